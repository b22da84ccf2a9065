import type * as Y from 'yjs';
import { cellKey, plainAnswers } from './answer-places.ts';
import { isNothing, NOTHING, type Answer } from './answer.ts';
import {
	rowsNamed,
	type Column,
	type ColumnOf,
	type Exercise,
	type FieldOf,
	type Scale
} from './exercise.ts';
import type { PersonId } from './ids.ts';
import { sleepEfficiency } from './sleep-efficiency.ts';
import { answerAt } from './worksheet-answers.ts';
import { rowsOf } from './worksheet-rows.ts';
import { signersOf } from './worksheet-signatures.ts';

/** What a person's name is asked of, for sheets that people sign. */
export type NameOf = (person: PersonId) => string | null;

/** A row by its columns. */
export type RowAnswers = Map<string, Answer>;

/** The rows of a repeating group as they are read: in the order of their rating when they are a ladder. */
export function rowAnswers(doc: Y.Doc, field: FieldOf<'rows'>, nameOf: NameOf): RowAnswers[] {
	const rows = rowsOf(doc, field.id)
		.map((row) => {
			const cells = field.columns.map((column): [string, Answer] => [
				column.id,
				cellAnswer(doc, { field, row, column }, nameOf)
			]);
			return new Map(cells);
		})
		.filter((cells) => ![...cells.values()].every(isNothing));
	const by = field.sortedBy;
	return by ? rows.toSorted((a, b) => ratingOf(b.get(by)) - ratingOf(a.get(by))) : rows;
}

export function tableOf(doc: Y.Doc, field: FieldOf<'rows'>, nameOf: NameOf): Answer {
	const rows = rowAnswers(doc, field, nameOf).map((cells) => [...cells.values()]);
	return rows.length ? { is: 'table', head: field.columns.map((column) => column.label), rows } : NOTHING;
}

export function ratedAgain(doc: Y.Doc, exercise: Exercise, field: FieldOf<'again'>): Answer {
	const asked = againColumns(exercise, field);
	if (!asked) return NOTHING;
	const rows = rowsOf(doc, field.rows)
		.map((row) => [
			answerAt(doc, cellKey(field.rows, row, field.name), asked.name),
			answerAt(doc, cellKey(field.rows, row, field.column), asked.scale),
			answerAt(doc, cellKey(field.rows, row, field.id), asked.scale)
		])
		.filter((cells) => !isNothing(cells[2] ?? NOTHING));
	return rows.length ? { is: 'table', head: [asked.name.label, 'Before', 'Now'], rows } : NOTHING;
}

/** The columns that a second rating is about, or null when the exercise has them no longer. */
export function againColumns(
	exercise: Exercise,
	field: FieldOf<'again'>
): { name: Column; scale: Column & Scale } | null {
	const rows = rowsNamed(exercise, field.rows);
	if (!rows) return null;
	const name = rows.columns.find((column) => column.id === field.name);
	const scale = rows.columns.find((column) => column.id === field.column);
	return name && scale?.kind === 'scale' ? { name, scale } : null;
}

interface Cell<Of extends Column = Column> {
	field: FieldOf<'rows'>;
	row: string;
	column: Of;
}

function cellAnswer(doc: Y.Doc, { field, row, column }: Cell, nameOf: NameOf): Answer {
	if (column.kind === 'computed') return computed(doc, { field, row, column });
	if (column.kind !== 'agreed') return answerAt(doc, cellKey(field.id, row, column.id), column);
	const people = signersOf(doc, { field: field.id, row, column });
	const names = people.map((person) => nameOf(person) ?? 'someone').sort((a, b) => a.localeCompare(b));
	return names.length ? { is: 'agreed', names } : NOTHING;
}

/** What follows from the other cells of a row; nothing while one of them is missing. */
export function computed(doc: Y.Doc, { field, row, column }: Cell<ColumnOf<'computed'>>): Answer {
	const cell = (id: string) => plainAnswers(doc).get(cellKey(field.id, row, id));
	const value =
		column.how === 'sleep-efficiency'
			? sleepEfficiency({
					toBed: String(cell('to-bed') ?? ''),
					asleep: String(cell('asleep') ?? ''),
					awakeMinutes: Number(cell('awake-minutes') ?? 0),
					woke: String(cell('woke') ?? ''),
					gotUp: String(cell('got-up') ?? '')
				})
			: null;
	return value === null ? NOTHING : { is: 'number', value, unit: '%' };
}

/** The number of a rating; what was not rated comes last in a ladder. */
export function ratingOf(answer: Answer | undefined): number {
	return answer?.is === 'rating' ? answer.value : -Infinity;
}
