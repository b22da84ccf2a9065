import type * as Y from 'yjs';
import { linesOf, type Answer } from './answer.ts';
import type { Exercise, Field, FieldOf } from './exercise.ts';
import { rowAnswers } from './worksheet-tables.ts';
import { answerOf } from './worksheet.ts';

/** A rating made twice. */
export interface Change {
	label: string;
	before: number;
	after: number;
	most: number;
	/** What the two are called, unless they are 'before' and 'now'. */
	words?: readonly [string, string];
}

/** What changed between the two ratings that a field makes. */
export function changesIn(doc: Y.Doc, exercise: Exercise, field: Field): Change[] {
	if (field.kind === 'rows') return comparedRows(doc, field);
	const answer = answerOf(doc, exercise, field);
	if (field.kind === 'again' && answer.is === 'table') {
		return answer.rows.flatMap(([name, before, after]) => change(nameIn(name), before, after));
	}
	const first = field.kind === 'scale' && exercise.fields.find((other) => other.id === field.ratesAgain);
	return first ? change(first.label, answerOf(doc, exercise, first), answer) : [];
}

/** 'Hurt: 70 before, 40 now (30 less)'. */
export function changeInWords({ label, before, after, words = ['before', 'now'] }: Change): string {
	const by = Math.round(Math.abs(after - before) * 10) / 10;
	const change = after === before ? 'the same' : `${by} ${after < before ? 'less' : 'more'}`;
	return `${label}: ${before} ${words[0]}, ${after} ${words[1]} (${change})`;
}

function comparedRows(doc: Y.Doc, field: FieldOf<'rows'>): Change[] {
	const { compares } = field;
	if (!compares) return [];
	return rowAnswers(doc, field, () => null).flatMap((cells) =>
		change(nameIn(cells.get(compares.name)), cells.get(compares.before), cells.get(compares.after)).map(
			(one) => ({ ...one, words: compares.words })
		)
	);
}

function nameIn(answer: Answer | undefined): string {
	return (answer ? linesOf(answer).join(' ') : '') || 'Unnamed';
}

function change(label: string, before: Answer | undefined, after: Answer | undefined): Change[] {
	if (before?.is !== 'rating' || after?.is !== 'rating') return [];
	return [{ label, before: before.value, after: after.value, most: after.most }];
}
