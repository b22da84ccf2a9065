import type * as Y from 'yjs';
import { optionKey, plainAnswers } from './answer-places.ts';
import { isNothing, linesOf, type Answer } from './answer.ts';
import type { Condition, Exercise, Field } from './exercise.ts';
import { answerAt } from './worksheet-answers.ts';
import { ratedAgain, tableOf, type NameOf } from './worksheet-tables.ts';

const unnamed: NameOf = () => null;

/** What the author wrote in `field`, whether or not the field is shown now. */
export function answerOf(doc: Y.Doc, exercise: Exercise, field: Field, nameOf: NameOf = unnamed): Answer {
	if (field.kind === 'rows') return tableOf(doc, field, nameOf);
	if (field.kind === 'again') return ratedAgain(doc, exercise, field);
	return answerAt(doc, field.id, field);
}

/** The fields that apply, given what is answered so far: a condition on a hidden field does not hold. */
export function shownFields(doc: Y.Doc, exercise: Exercise): Field[] {
	const shown: Field[] = [];
	for (const field of exercise.fields) {
		const holds = (condition: Condition) =>
			shown.some((other) => other.id === condition.field) && isMet(doc, condition);
		const when = field.when ?? [];
		const isShown = when.length === 0 || (field.whenAll ? when.every(holds) : when.some(holds));
		if (isShown) shown.push(field);
	}
	return shown;
}

/** The answer as lines of plain words, as it is revealed and kept. A field that does not apply has none. */
export function answerLines(
	doc: Y.Doc,
	exercise: Exercise,
	fieldId: string,
	nameOf: NameOf = unnamed
): string[] {
	const field = shownFields(doc, exercise).find((one) => one.id === fieldId);
	return field ? linesOf(answerOf(doc, exercise, field, nameOf)) : [];
}

/** Whether nobody has written anything on the sheet, hidden fields included. */
export function isEmpty(doc: Y.Doc, exercise: Exercise): boolean {
	return exercise.fields.every((field) => isNothing(answerOf(doc, exercise, field)));
}

function isMet(doc: Y.Doc, condition: Condition): boolean {
	const value = plainAnswers(doc).get(condition.field);
	if ('below' in condition) return typeof value === 'number' && value < condition.below;
	if ('from' in condition) return typeof value === 'number' && value >= condition.from;
	const ofMany = plainAnswers(doc).get(optionKey(condition.field, String(condition.is)));
	return value === condition.is || ofMany === true;
}
