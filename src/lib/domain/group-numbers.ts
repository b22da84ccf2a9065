import { RATINGS, type Rating } from './check-in-ratings.ts';
import type { StepId } from './ids.ts';
import type { GivenCheckIn, GroupNumbers } from './room.ts';

/** S10: fewer answers than this are never shown. */
export const LEAST_PEOPLE = 3;
/** S10: from this many on, how many gave which answer is shown, and the mean. */
const COUNTED_PEOPLE = 6;

/**
 * S10: the group's numbers for a check-in, from the answers given to the group alone; null when too few gave any.
 * Computed once, when the facilitator shows them. The members' words are not numbers and stay with the facilitators.
 */
export function groupNumbers(given: readonly GivenCheckIn[], step: StepId): GroupNumbers[] | null {
	const latest = new Map<string, GivenCheckIn>();
	for (const one of given) {
		const earlier = latest.get(one.person);
		if (one.step === step && (!earlier || earlier.at <= one.at)) latest.set(one.person, one);
	}
	const toTheGroup = [...latest.values()].filter((one) => one.audience === 'group');
	const numbers = RATINGS.filter(({ counts }) => counts)
		.map((rating) => numbersOf(step, rating, toTheGroup.map(rating.read)))
		.filter((one) => one !== null);
	return numbers.length ? numbers : null;
}

function numbersOf(
	step: StepId,
	{ question, scale, grain }: Rating,
	answers: readonly (number | null | undefined)[]
): GroupNumbers | null {
	const values = answers.filter((value) => typeof value === 'number').sort((a, b) => a - b);
	const people = values.length;
	if (people < LEAST_PEOPLE) return null;
	const counted = people >= COUNTED_PEOPLE;
	const mean = values.reduce((sum, value) => sum + value, 0) / people;
	return {
		step,
		question,
		scale,
		people,
		least: values[0] ?? 0,
		most: values[people - 1] ?? 0,
		mean: counted ? Math.round(mean * 10) / 10 : null,
		counts: counted ? countsOf(values.map((value) => Math.round(value / grain) * grain)) : null,
		words: []
	};
}

function countsOf(values: readonly number[]): { value: number; people: number }[] {
	return [...new Set(values)].map((value) => ({
		value,
		people: values.filter((other) => other === value).length
	}));
}

/** Numbers that were shown before others than these could be asked went from 0 to 10. */
export function scaleOf({ scale }: Pick<GroupNumbers, 'scale'>): { least: number; most: number } {
	return scale ?? { least: 0, most: 10 };
}
