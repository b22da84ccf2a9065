import type * as Y from 'yjs';
import type { Awareness } from 'y-protocols/awareness';
import {
	cellKey,
	plainAnswers,
	textAt,
	wordsAt,
	type AnswerKey,
	type PlainAnswer
} from '#lib/domain/answer-places.ts';
import { linesOf } from '#lib/domain/answer.ts';
import type { ColumnOf, Exercise, Field, FieldOf } from '#lib/domain/exercise.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { scoreOf } from '#lib/domain/measure-score.ts';
import type { PictureJson } from '#lib/domain/picture.ts';
import type { Score } from '#lib/domain/scoring.ts';
import { hasRiskAnswer } from '#lib/domain/worksheet-risks.ts';
import { pictureOf } from '#lib/domain/worksheet-pictures.ts';
import { addRow, moveRow, rowsOf } from '#lib/domain/worksheet-rows.ts';
import { computed } from '#lib/domain/worksheet-tables.ts';
import { answerLines, shownFields } from '#lib/domain/worksheet.ts';
import { boundTo } from '#lib/room/text-binding.ts';
import { watchDocument } from '#lib/room/watch-document.ts';
import { FieldPresence, type NameOf } from './field-presence.svelte.ts';
import { RowRemoval } from './row-removal.ts';
import { SheetSignatures } from './sheet-signatures.ts';

/** How far the author says they are with the sheet. */
export type SheetProgress = 'writing' | 'done' | 'stuck' | 'passed';

/** Marks what the author says about the sheet, which is no answer. */
const SAID = Symbol('progress');

interface SheetOptions {
	doc: Y.Doc;
	exercise: Exercise;
	awareness?: Awareness | null;
	nameOf?: NameOf;
	/** Who fills it in; null for whoever only looks. */
	me?: PersonId | null;
}

/** A worksheet as its fields see it. Everything read from it follows the document. */
export class WorksheetState {
	readonly exercise: Exercise;
	readonly presence: FieldPresence;
	readonly signatures: SheetSignatures;
	/** The last thing that happened to a row, for those who cannot see it move. */
	happened = $state('');
	readonly #doc: Y.Doc;
	readonly #watch: () => void;
	#removal: RowRemoval | null = null;

	constructor({ doc, exercise, awareness = null, nameOf = () => null, me = null }: SheetOptions) {
		this.exercise = exercise;
		this.#doc = doc;
		this.#watch = watchDocument(doc);
		this.presence = new FieldPresence(awareness, nameOf);
		this.signatures = new SheetSignatures({ doc, me, nameOf, watch: this.#watch });
	}

	readonly fields: Field[] = $derived.by(() => {
		this.#watch();
		return shownFields(this.#doc, this.exercise);
	});

	/** Kept with the sheet, so that it is still said after a reload. */
	readonly progress: SheetProgress | null = $derived.by(() => {
		this.#watch();
		return this.#sheet().get('progress') ?? null;
	});

	/** S05: whether any answer speaks of harm, however little. */
	readonly speaksOfHarm: boolean = $derived.by(() => {
		this.#watch();
		return hasRiskAnswer(this.#doc, this.exercise);
	});

	/** What a measure comes to; null for any other exercise. */
	readonly score: Score | null = $derived.by(() => {
		this.#watch();
		return scoreOf(this.#doc, this.exercise);
	});

	reach(progress: SheetProgress): void {
		this.#doc.transact(() => this.#sheet().set('progress', progress), SAID);
	}

	plain(key: AnswerKey): PlainAnswer | undefined {
		this.#watch();
		return plainAnswers(this.#doc).get(key);
	}

	/** Null takes the answer away. */
	setPlain(key: AnswerKey, value: PlainAnswer | null): void {
		this.#doc.transact(() => {
			if (value === null) plainAnswers(this.#doc).delete(key);
			else plainAnswers(this.#doc).set(key, value);
		}, this);
	}

	words(key: AnswerKey): string {
		this.#watch();
		return wordsAt(this.#doc, key);
	}

	/** The answer to a field as it would be shown to others. */
	lines(field: string): string[] {
		this.#watch();
		return answerLines(this.#doc, this.exercise, field);
	}

	/** For `{@attach}` on a text area. */
	bound(key: AnswerKey): (control: HTMLTextAreaElement) => () => void {
		return boundTo(textAt(this.#doc, key));
	}

	rows(field: string): string[] {
		this.#watch();
		return rowsOf(this.#doc, field);
	}

	/** Adds a row, which may begin with a word of the exercise's. */
	addRow(field: FieldOf<'rows'>, beginning = ''): void {
		this.#doc.transact(() => {
			const row = addRow(this.#doc, field, this);
			const column = field.beginnings?.for;
			if (beginning && column) textAt(this.#doc, cellKey(field.id, row, column)).insert(0, beginning);
		}, this);
	}

	/** The words to begin a row with that no row has yet. */
	beginningsLeft({ id, beginnings }: FieldOf<'rows'>): string[] {
		if (!beginnings) return [];
		const taken = this.rows(id).map((row) => this.words(cellKey(id, row, beginnings.for)).trim());
		return beginnings.words.filter((word) => !taken.includes(word));
	}

	moveRow(field: string, row: string, by: -1 | 1): void {
		moveRow(this.#doc, { field, row }, by, this);
	}

	/** The row and its words go; `putBack` brings back the row that went last. */
	removeRow(field: string, row: string): void {
		this.#removal?.close();
		this.#removal = new RowRemoval(this.#doc, field, row);
	}

	putBack(): void {
		this.#removal?.putBack();
		this.#removal = null;
	}

	/** What follows from a row's other cells, in words. */
	computed(field: FieldOf<'rows'>, row: string, column: ColumnOf<'computed'>): string {
		this.#watch();
		return linesOf(computed(this.#doc, { field, row, column })).join(' ');
	}

	picture(field: FieldOf<'rows'>): PictureJson | null {
		this.#watch();
		return pictureOf(this.#doc, field, this.fields);
	}

	/** `{@attach}` on the sheet: told when its author has changed something. */
	onEdited(edited: () => void): () => () => void {
		const hear = (transaction: Y.Transaction) => {
			if (transaction.local && transaction.changed.size > 0 && transaction.origin !== SAID) edited();
		};
		return () => {
			this.#doc.on('afterTransaction', hear);
			return () => this.#doc.off('afterTransaction', hear);
		};
	}

	#sheet(): Y.Map<SheetProgress> {
		return this.#doc.getMap<SheetProgress>('sheet');
	}
}
