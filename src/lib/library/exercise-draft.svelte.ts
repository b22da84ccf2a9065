import type { Exercise, Field } from '#lib/domain/exercise.ts';
import type { EditableExercise, EditableField } from './editable.ts';
import { freeName, withKind } from './field-kinds.ts';

/** An exercise while it is being made. */
export class ExerciseDraft {
	exercise: EditableExercise;
	/** What was done, in words for those who do not see it. */
	announcement = $state('');
	/** The question that was just added: it opens by itself. */
	added = $state<string | null>(null);
	removed = $state.raw<{ field: EditableField; index: number } | null>(null);

	constructor(exercise: Exercise) {
		this.exercise = $state(structuredClone(exercise) as EditableExercise);
	}

	get fields(): EditableField[] {
		return this.exercise.fields;
	}

	add(kind: Field['kind']): void {
		this.#insert(
			withKind({ id: this.#freeName('question'), kind: 'text', label: '' }, kind),
			this.fields.length
		);
	}

	/** Asks a rating a second time, at the end: the two are a before and an after. */
	askAgain(index: number): void {
		const field = this.fields[index];
		if (field?.kind === 'scale') {
			const { risk: _risk, ...scale } = $state.snapshot(field);
			const id = this.#freeName(`${field.id}-after`);
			this.#insert(
				{ ...scale, id, label: `${field.label} And now?`, ratesAgain: field.id } as EditableField,
				this.fields.length
			);
		}
	}

	move(index: number, by: -1 | 1): void {
		const field = this.fields[index];
		const to = index + by;
		if (!field) return;
		if (to < 0 || to >= this.fields.length) {
			this.announcement = `It cannot move further ${by < 0 ? 'up' : 'down'}.`;
			return;
		}
		this.fields.splice(index, 1);
		this.fields.splice(to, 0, field);
		this.announcement = `Now question ${to + 1} of ${this.fields.length}.`;
	}

	remove(index: number): void {
		const [field] = this.fields.splice(index, 1);
		if (!field) return;
		this.removed = { field: $state.snapshot(field) as EditableField, index };
		this.announcement = `“${field.label}” removed.`;
	}

	putBack(): void {
		if (!this.removed) return;
		this.fields.splice(this.removed.index, 0, this.removed.field);
		this.announcement = 'The question is back.';
		this.removed = null;
	}

	setKind(index: number, kind: Field['kind']): void {
		const field = this.fields[index];
		if (field) this.exercise.fields[index] = withKind($state.snapshot(field) as EditableField, kind);
	}

	/** What would be kept. */
	get shape(): Exercise {
		return $state.snapshot(this.exercise) as Exercise;
	}

	#insert(field: EditableField, at: number): void {
		this.fields.splice(at, 0, field);
		this.added = field.id;
		this.announcement = `Question ${at + 1} added.`;
	}

	#freeName(wished: string): string {
		const gone = this.removed ? [this.removed.field.id] : [];
		return freeName(wished, [...this.fields.map(({ id }) => id), ...gone]);
	}
}
