import type { Exercise, Field, Option, RiskRule } from '../exercise.ts';

/** Measures are set word for word, in the published order: a reworded one cannot be scored. */

/** One question, with what each answer counts. */
export interface Item {
	id: string;
	label: string;
	options: readonly Option[];
	risk?: RiskRule;
	code?: string;
}

export function itemField({ id, label, options, risk, code }: Item): Field {
	return { id, kind: 'choice', label, options, ...(risk ? { risk } : {}), ...(code ? { code } : {}) };
}

/** S03: any answer above 0 to an item about harming oneself. */
export const SELF_HARM: RiskRule = { cause: 'self-harm', when: 'at-least', value: 1, quiet: false };

/** Answers that count 0, 1, 2… in their order. */
export function counted(labels: readonly string[]): Option[] {
	return labels.map((label, value) => ({ id: `${value}`, label, value }));
}

/** The same answers for a question that asks the other way round. */
export function reversed(options: readonly Option[]): Option[] {
	return options.map((option) => ({ ...option, value: options.length - 1 - (option.value ?? 0) }));
}

/** What every measure shares: the member's own, read by the facilitator, never in a peer group (S14). */
export function measure(
	of: Pick<Exercise, 'id' | 'title' | 'summary' | 'intro' | 'minutes' | 'fields' | 'scoring'>
): Exercise {
	return { ...of, sharing: 'private', therapyOnly: true };
}
