import type * as Y from 'yjs';
import { fieldNamed, type Exercise } from './exercise.ts';
import type { Score, Scoring } from './scoring.ts';
import { answerOf } from './worksheet.ts';

/** What a measure comes to, or null for an exercise that is none. A blank item leaves it without total and band. */
export function scoreOf(doc: Y.Doc, exercise: Exercise): Score | null {
	const { scoring } = exercise;
	return scoring ? scored(scoring, (item) => valueOf(doc, exercise, item), riskItemsOf(exercise)) : null;
}

/** The result of a measure, given what each item counts; null is an item that was left out. */
export function scored(
	scoring: Scoring,
	valueOfItem: (item: string) => number | null,
	riskItems: readonly string[] = []
): Score {
	const sumOf = (items: readonly string[]) => {
		const values = items.map(valueOfItem);
		return values.includes(null) ? null : values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
	};
	const sum = sumOf(scoring.items);
	const total = sum === null ? null : sum * scoring.times;
	const { most, higherIsBetter, credit, caution } = scoring;
	return {
		...{ total, most, higherIsBetter, credit, caution },
		band: total === null ? null : bandOf(scoring, total),
		missing: scoring.items.filter((item) => valueOfItem(item) === null).length,
		parts: (scoring.parts ?? []).map(({ label, items, positiveFrom }) => {
			const part = sumOf(items);
			return { label, total: part, positive: part !== null && part >= positiveFrom };
		}),
		changeFrom: scoring.changeFrom ?? null,
		riskNotAnswered: riskItems.filter((item) => valueOfItem(item) === null)
	};
}

/** The words for a total, or null when the measure has no bands. */
export function bandOf({ bands }: Pick<Scoring, 'bands'>, total: number): string | null {
	return bands.findLast((band) => total >= band.from)?.label ?? null;
}

/** The items of a measure that tell this session's facilitators when they are above 0 (S03). */
export function riskItemsOf(exercise: Exercise): string[] {
	return exercise.fields.flatMap((field) => ('risk' in field && field.risk ? [field.id] : []));
}

/** Whether it is a measure with an item that may flag: it is never collected while nobody is named to receive it. */
export function isFlagged(exercise: Exercise): boolean {
	return exercise.scoring !== undefined && riskItemsOf(exercise).length > 0;
}

function valueOf(doc: Y.Doc, exercise: Exercise, item: string): number | null {
	const field = fieldNamed(exercise, item);
	if (field?.kind !== 'choice') return null;
	const answer = answerOf(doc, exercise, field);
	const chosen = answer.is === 'chosen' ? answer.options[0]?.id : undefined;
	return field.options.find((option) => option.id === chosen)?.value ?? null;
}
