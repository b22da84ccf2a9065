import type * as Y from 'yjs';
import { type AnswerKey, cellKey } from './answer-places.ts';
import type { Answer } from './answer.ts';
import type { DocumentKind } from './documents.ts';
import type { Column, Exercise, Field, RiskRule } from './exercise.ts';
import { answerAt } from './worksheet-answers.ts';
import { rowsOf } from './worksheet-rows.ts';
import { shownFields } from './worksheet.ts';

/** An answer that its rule says to tell of. */
export interface Risk extends RiskRule {
	/** Where on the sheet it stands. */
	place: AnswerKey;
	/** How far it is beyond the rule's value, from 0. */
	beyond: number;
}

/**
 * S03: the answers on a sheet that this session's facilitators are told of. S05: what stands in `own` flags nothing,
 * and on a sheet of everyone's nobody can say whose rating it is.
 */
export function risksIn(doc: Y.Doc, exercise: Exercise, kind: DocumentKind): Risk[] {
	if (kind !== 'folder') return [];
	const raised = (asked: Field | Column, place: AnswerKey) =>
		raisedBy(asked, place, answerAt(doc, place, asked));
	return shownFields(doc, exercise).flatMap((field) => {
		if (field.kind !== 'rows') return raised(field, field.id);
		return rowsOf(doc, field.id).flatMap((row) =>
			field.columns.flatMap((column) => raised(column, cellKey(field.id, row, column.id)))
		);
	});
}

function raisedBy(asked: Field | Column, place: AnswerKey, answer: Answer): Risk[] {
	if (!('risk' in asked) || !asked.risk) return [];
	const value = weightOf(asked, answer);
	return value === null ? [] : riskAt(asked.risk, place, value);
}

/** What a rule says of one number; empty when it says nothing. */
export function riskAt(rule: RiskRule, place: AnswerKey, value: number): Risk[] {
	const beyond = rule.when === 'at-most' ? rule.value - value : value - rule.value;
	return beyond >= 0 ? [{ ...rule, place, beyond }] : [];
}

/** What an answer counts; null when there is none. */
function weightOf(asked: Field | Column, answer: Answer): number | null {
	if (answer.is === 'rating') return answer.value;
	if (answer.is === 'yes-no') return answer.yes ? 1 : 0;
	if (answer.is !== 'chosen' || !('options' in asked)) return null;
	return asked.options.find((option) => option.id === answer.options[0]?.id)?.value ?? null;
}
