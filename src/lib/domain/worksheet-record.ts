import type * as Y from 'yjs';
import { isNothing, linesOf, type Answer } from './answer.ts';
import type { Exercise, Field } from './exercise.ts';
import { answerOf, shownFields } from './worksheet.ts';

/** A worksheet as an artifact keeps it: it can be read without the exercise or the document. */
export interface WorksheetJson {
	exercise: string;
	title: string;
	/** Answered fields alone, in the order of the sheet. */
	fields: { id: string; label: string; answer: Answer }[];
	changes: Change[];
}

/** A rating made twice. */
export interface Change {
	label: string;
	before: number;
	after: number;
	most: number;
}

export function worksheetJson(doc: Y.Doc, exercise: Exercise): WorksheetJson {
	const shown = shownFields(doc, exercise);
	const fields = shown
		.map((field) => ({ id: field.id, label: field.label, answer: answerOf(doc, exercise, field) }))
		.filter(({ answer }) => !isNothing(answer));
	const changes = shown.flatMap((field) => changesIn(doc, exercise, field));
	return { exercise: exercise.id, title: exercise.title, fields, changes };
}

/** What a page or a print-out shows of one field: a table, or lines. */
export interface WorksheetSection {
	id: string;
	label: string;
	lines: string[];
	table: { head: string[]; rows: string[][] } | null;
}

export function worksheetSections(json: WorksheetJson): WorksheetSection[] {
	return json.fields.map(({ id, label, answer }) => ({
		id,
		label,
		lines: linesOf(answer),
		// A group of one column reads better as lines.
		table: answer.is === 'table' && answer.head.length > 1 ? tableInWords(answer.head, answer.rows) : null
	}));
}

/** 'Hurt: 70 before, 40 now (30 less)'. */
export function changeInWords({ label, before, after }: Change): string {
	const by = Math.abs(after - before);
	const change = after === before ? 'the same' : `${by} ${after < before ? 'less' : 'more'}`;
	return `${label}: ${before} before, ${after} now (${change})`;
}

function tableInWords(head: string[], rows: Answer[][]) {
	return { head, rows: rows.map((cells) => cells.map((cell) => linesOf(cell).join('\n'))) };
}

function changesIn(doc: Y.Doc, exercise: Exercise, field: Field): Change[] {
	const answer = answerOf(doc, exercise, field);
	if (field.kind === 'again' && answer.is === 'table') {
		return answer.rows.flatMap(([name, before, after]) =>
			name && before && after ? change(linesOf(name).join(' ') || 'Unnamed', before, after) : []
		);
	}
	const first = field.kind === 'scale' && exercise.fields.find((other) => other.id === field.ratesAgain);
	return first ? change(first.label, answerOf(doc, exercise, first), answer) : [];
}

function change(label: string, before: Answer, after: Answer): Change[] {
	if (before.is !== 'rating' || after.is !== 'rating') return [];
	return [{ label, before: before.value, after: after.value, most: after.most }];
}
