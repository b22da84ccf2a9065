import * as v from 'valibot';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import { newId, parseId, type ExerciseId } from '../../src/lib/domain/ids.ts';
import { definitionOf, isAlwaysTherapyOnly, type OwnExercise } from '../../src/lib/domain/own-exercise.ts';
import { can } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { readFile } from '../fhir/read-file.ts';
import { writeQuestionnaire } from '../fhir/write-questionnaire.ts';
import type { Asker } from '../groups/actor.ts';
import {
	exerciseVersion,
	insertExercise,
	insertVersion,
	ownExercise,
	ownExercises,
	raiseVersion,
	setRetired
} from '../store/exercises.ts';
import { WriteConflict, type Statement } from '../store/writer.ts';
import { exerciseShape } from './exercise-shape.ts';
import { keepingRisks } from './keeping-risks.ts';
import { openExercise, openVersion, sealDefinition } from './sealed-exercise.ts';

/** What a save comes to: kept, or what is wrong with it by its place, such as `fields.2.label`. */
export type Saved = { version: number } | { errors: Record<string, string> };

/** The exercises that the practice makes for itself, and what goes in and out as FHIR. */
export class Library {
	readonly #ground: Ground;

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	/** All of them, retired ones too. Throws Refusal for anyone but the practice's people. */
	async all(asker: Asker): Promise<OwnExercise[]> {
		this.#allow(asker);
		return this.#everyOne();
	}

	/** What plans may use now, without the files they came from. */
	async inUse(): Promise<Exercise[]> {
		const all = await this.#everyOne();
		return all.filter(({ retiredAt }) => retiredAt === null).map(({ exercise }) => definitionOf(exercise));
	}

	/** Throws Refusal when it is unknown, or not the asker's to see. */
	async get(asker: Asker, id: ExerciseId): Promise<OwnExercise> {
		this.#allow(asker);
		const row = await ownExercise(this.#ground.store.db, id);
		if (!row) throw new Refusal('not-found', 'There is no such exercise.');
		return openExercise(this.#ground.vault, row);
	}

	/** The version that a sheet was made with, with its file, or null. */
	async version(id: string, version: number | undefined): Promise<Exercise | null> {
		const parsed = parseId<'exercise'>(id);
		if (!parsed || version === undefined) return null;
		const row = await exerciseVersion(this.#ground.store.db, parsed, version);
		return row ? openVersion(this.#ground.vault, row) : null;
	}

	/** A new exercise with one question, to begin from. */
	make(asker: Asker, title: string): Promise<ExerciseId> {
		return this.#add(asker, {
			...{ id: '', title, summary: '', intro: '', minutes: 10, sharing: 'private' },
			fields: [{ id: 'first', kind: 'long', label: 'What comes to your mind?' }]
		});
	}

	/** A copy of an exercise of the library, or of one of the practice's own. Measures stay as they were published. */
	async copy(asker: Asker, from: string): Promise<ExerciseId> {
		this.#allow(asker);
		const own = parseId<'exercise'>(from);
		const origin = exerciseNamed(from) ?? (own && (await this.get(asker, own)).exercise);
		if (!origin) throw new Refusal('not-found', 'There is no such exercise.');
		if (origin.scoring) {
			throw new Refusal('not-allowed', 'A measure can only be scored in its own words, so it is not copied.');
		}
		const { variants: _variants, version: _version, ...rest } = structuredClone(origin);
		const copiedFrom = exerciseNamed(from) ? from : rest.copiedFrom;
		return this.#add(asker, {
			...{ ...rest, title: `${origin.title}, our way` },
			...(copiedFrom === undefined ? {} : { copiedFrom })
		});
	}

	/** Takes in a Questionnaire from a file, with what could not be taken over as it was. Throws Refusal. */
	async import(asker: Asker, text: string): Promise<{ id: ExerciseId; remarks: readonly string[] }> {
		this.#allow(asker);
		const { exercise, remarks } = readFile(text, '');
		return { id: await this.#add(asker, exercise), remarks };
	}

	/** Keeps what was changed as the next version of the one it was based on. Throws Refusal. */
	async save(asker: Asker, id: ExerciseId, wish: { version: number; exercise: unknown }): Promise<Saved> {
		const { exercise: before } = await this.get(asker, id);
		const shaped = v.safeParse(exerciseShape, wish.exercise);
		if (!shaped.success) {
			const errors = shaped.issues.map((issue) => [v.getDotPath(issue) ?? '', issue.message]);
			return { errors: Object.fromEntries(errors.reverse()) as Record<string, string> };
		}
		const { source, copiedFrom } = before;
		const { scoring: _scoring, copiedFrom: _from, ...wished } = shaped.output;
		const kept = keepingRisks(before, {
			...wished,
			...(source ? { source } : {}),
			...(copiedFrom === undefined ? {} : { copiedFrom })
		});
		const version = wish.version + 1;
		const { db } = this.#ground.store;
		const statements = [raiseVersion(db, id, wish.version), this.#versionOf(asker, id, { ...kept, version })];
		await this.#commit(asker, 'exercise.save', id, statements);
		return { version };
	}

	async retire(asker: Asker, id: ExerciseId): Promise<void> {
		await this.get(asker, id);
		const { store, now } = this.#ground;
		await this.#commit(asker, 'exercise.retire', id, [setRetired(store.db, id, now())]);
	}

	async bringBack(asker: Asker, id: ExerciseId): Promise<void> {
		await this.get(asker, id);
		await this.#commit(asker, 'exercise.bring-back', id, [setRetired(this.#ground.store.db, id, null)]);
	}

	/** An exercise or a measure as a FHIR R4 Questionnaire. */
	async questionnaire(asker: Asker, id: string): Promise<object> {
		this.#allow(asker);
		const own = parseId<'exercise'>(id);
		const exercise = exerciseNamed(id) ?? (own && (await this.get(asker, own)).exercise);
		if (!exercise) throw new Refusal('not-found', 'There is no such exercise.');
		return writeQuestionnaire(exercise);
	}

	#allow({ person, staff }: Asker): void {
		const actor = { person, staff, place: null, standing: null, attended: false };
		const state = { groupKind: 'therapy', locked: false, attention: 'free', readable: false } as const;
		if (can(actor, 'exercise.make', {}, state)) return;
		throw new Refusal('not-allowed', 'Only the practice’s own people can see this.');
	}

	async #everyOne(): Promise<OwnExercise[]> {
		const rows = await ownExercises(this.#ground.store.db);
		return rows.map((row) => openExercise(this.#ground.vault, row));
	}

	async #add(asker: Asker, exercise: Exercise): Promise<ExerciseId> {
		this.#allow(asker);
		const { store, now } = this.#ground;
		const id: ExerciseId = newId();
		await this.#commit(asker, 'exercise.make', id, [
			insertExercise(store.db, { id, version: 1, created_at: now(), retired_at: null }),
			this.#versionOf(asker, id, { ...exercise, version: 1 })
		]);
		return id;
	}

	#versionOf({ person }: Asker, id: ExerciseId, exercise: Exercise & { version: number }): Statement {
		const { store, vault, now } = this.#ground;
		const therapyOnly = exercise.therapyOnly === true || isAlwaysTherapyOnly(exercise);
		const definition = { ...exercise, id, ...(therapyOnly ? { therapyOnly } : {}) };
		return insertVersion(store.db, {
			...{ exercise: id, version: exercise.version, made_by: person, made_at: now() },
			definition_sealed: sealDefinition(vault, definition)
		});
	}

	async #commit({ person }: Asker, action: string, id: ExerciseId, statements: Statement[]): Promise<void> {
		try {
			await this.#ground.store.writer.commit(statements, [{ person, action, object: `exercise:${id}` }]);
		} catch (error) {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal(
				'conflict',
				'Someone has changed this exercise meanwhile. Please look at it in another tab before you save yours.'
			);
		}
	}
}
