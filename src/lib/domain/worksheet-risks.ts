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
	return answersOf(doc, exercise).flatMap(([asked, place]) =>
		raisedBy(asked, place, answerAt(doc, place, asked))
	);
}

/** S05: whether anything on a sheet speaks of harm at all, below what its rule tells of, too. */
export function hasRiskAnswer(doc: Y.Doc, exercise: Exercise): boolean {
	return answersOf(doc, exercise).some(([asked, place]) => {
		if (!('risk' in asked) || !asked.risk || asked.risk.quiet) return false;
		const answer = answerAt(doc, place, asked);
		const value = weightOf(asked, answer);
		if (value === null) return false;
		return asked.risk.when === 'at-least' ? value > 0 : raisedBy(asked, place, answer).length > 0;
	});
}

/** Every place on a sheet that asks something now, with what it asks. */
function answersOf(doc: Y.Doc, exercise: Exercise): [Field | Column, AnswerKey][] {
	return shownFields(doc, exercise).flatMap((field): [Field | Column, AnswerKey][] => {
		if (field.kind !== 'rows') return [[field, field.id]];
		return rowsOf(doc, field.id).flatMap((row) =>
			field.columns.map((column): [Column, AnswerKey] => [column, cellKey(field.id, row, column.id)])
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

/** How far the risk answers that somebody was told of were beyond their rules, by place. */
export type ToldRisks = Record<string, number>;

export function toldOf(risks: readonly Risk[]): ToldRisks {
	return Object.fromEntries(risks.map(({ place, beyond }) => [place, beyond]));
}

/** What nobody was told of yet, or what has become graver since. */
export function newsAmong<Found extends Pick<Risk, 'place' | 'beyond'>>(
	risks: readonly Found[],
	told: ToldRisks
): Found[] {
	return risks.filter(({ place, beyond }) => beyond > (told[place] ?? -1));
}

/** What an answer counts; null when there is none. */
function weightOf(asked: Field | Column, answer: Answer): number | null {
	if (answer.is === 'rating') return answer.value;
	if (answer.is === 'yes-no') return answer.yes ? 1 : 0;
	if (answer.is !== 'chosen' || !('options' in asked)) return null;
	return asked.options.find((option) => option.id === answer.options[0]?.id)?.value ?? null;
}
