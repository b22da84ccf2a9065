import type * as Y from 'yjs';
import { contactKey, optionKey, cellKey, plainAnswers, wordsAt, type AnswerKey } from './answer-places.ts';
import { isNothing, linesOf, NOTHING, type Answer } from './answer.ts';
import { rowsNamed, type Column, type Exercise, type Field, type FieldOf, type Scale } from './exercise.ts';
import { rowsOf } from './worksheet-rows.ts';

/** What the author wrote in `field`, whether or not the field is shown now. */
export function answerOf(doc: Y.Doc, exercise: Exercise, field: Field): Answer {
	if (field.kind === 'rows') return tableOf(doc, field);
	if (field.kind === 'again') return ratedAgain(doc, exercise, field);
	return answerAt(doc, field.id, field);
}

/** The fields that apply, given what is answered so far: a condition on a hidden field does not hold. */
export function shownFields(doc: Y.Doc, exercise: Exercise): Field[] {
	const shown: Field[] = [];
	for (const field of exercise.fields) {
		const holds = ({ field: id, is }: { field: string; is: string | boolean }) =>
			shown.some((other) => other.id === id) && plainAnswers(doc).get(id) === is;
		if (!field.when || field.when.some(holds)) shown.push(field);
	}
	return shown;
}

/** The answer as lines of plain words, as it is revealed and kept. A field that does not apply has none. */
export function answerLines(doc: Y.Doc, exercise: Exercise, fieldId: string): string[] {
	const field = shownFields(doc, exercise).find((one) => one.id === fieldId);
	return field ? linesOf(answerOf(doc, exercise, field)) : [];
}

/** Whether nobody has written anything on the sheet, hidden fields included. */
export function isEmpty(doc: Y.Doc, exercise: Exercise): boolean {
	return exercise.fields.every((field) => isNothing(answerOf(doc, exercise, field)));
}

type Asked = Field | Column;

function answerAt(doc: Y.Doc, key: AnswerKey, asked: Asked): Answer {
	const value = plainAnswers(doc).get(key);
	switch (asked.kind) {
		case 'text':
		case 'long':
			return words(wordsAt(doc, key));
		case 'scale':
			return rating(value, asked);
		case 'yes-no':
			return typeof value === 'boolean' ? { is: 'yes-no', yes: value } : NOTHING;
		case 'date':
			return isDay(value) ? { is: 'date', date: value } : NOTHING;
		case 'choice':
			return chosen(asked.options.filter((option) => option.id === value));
		case 'choices':
			return chosen(
				asked.options.filter((option) => plainAnswers(doc).get(optionKey(key, option.id)) === true)
			);
		case 'contact': {
			const name = wordsAt(doc, contactKey(key, 'name')).trim();
			const phone = wordsAt(doc, contactKey(key, 'phone')).trim();
			return name || phone ? { is: 'contact', name, phone } : NOTHING;
		}
		default:
			return NOTHING;
	}
}

function tableOf(doc: Y.Doc, field: FieldOf<'rows'>): Answer {
	const rows = rowsOf(doc, field.id)
		.map((row) => field.columns.map((column) => answerAt(doc, cellKey(field.id, row, column.id), column)))
		.filter((cells) => !cells.every(isNothing));
	return rows.length ? { is: 'table', head: field.columns.map((column) => column.label), rows } : NOTHING;
}

function ratedAgain(doc: Y.Doc, exercise: Exercise, field: FieldOf<'again'>): Answer {
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

function words(text: string): Answer {
	return text.trim() === '' ? NOTHING : { is: 'words', words: text };
}

function rating(value: unknown, { least, most }: Scale): Answer {
	const fits = typeof value === 'number' && value >= least && value <= most;
	return fits ? { is: 'rating', value, least, most } : NOTHING;
}

function chosen(options: readonly { id: string; label: string }[]): Answer {
	return options.length
		? { is: 'chosen', options: options.map(({ id, label }) => ({ id, label })) }
		: NOTHING;
}

function isDay(value: unknown): value is string {
	return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}
