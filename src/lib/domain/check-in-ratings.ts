import { moodLabel } from './check-in.ts';
import type { CheckInAnswers, CheckInId } from './check-ins.ts';
import { DISTRESS } from './exercises/scales.ts';
import { MOOD_QUESTION } from './mood.ts';

/** The numbers that a check-in gives: what can be counted over people, and compared with the same one earlier. */

export interface Rating {
	/** The check-in that gives it. */
	of: CheckInId;
	question: string;
	scale: { least: number; most: number };
	/** Answers this close count as one, where there would be too many to draw. */
	grain: number;
	read: (answers: CheckInAnswers) => number | null | undefined;
	/** S10: what goes to the facilitators alone is none of the group's numbers. */
	counts: boolean;
}

const TEN = { least: 0, most: 10 };

export const RATINGS: readonly Rating[] = [
	{ of: 'mood', question: MOOD_QUESTION, scale: TEN, grain: 0.5, counts: true, read: ({ mood }) => mood },
	{
		...{
			of: 'feeling',
			question: 'Feeling, from unpleasant to pleasant',
			scale: TEN,
			grain: 0.5,
			counts: true
		},
		read: ({ feeling }) => feeling?.pleasant
	},
	{
		...{ of: 'feeling', question: 'Feeling, from calm to stirred up', scale: TEN, grain: 0.5, counts: true },
		read: ({ feeling }) => feeling?.stirred
	},
	{ of: 'energy', question: 'Energy', scale: TEN, grain: 0.5, counts: true, read: ({ energy }) => energy },
	{
		...{ of: 'distress', question: 'Distress', scale: { least: DISTRESS.least, most: DISTRESS.most } },
		...{ grain: 10, counts: true, read: ({ distress }) => distress }
	},
	{
		...{ of: 'sleep', question: 'Hours of sleep', scale: { least: 0, most: 16 }, grain: 1, counts: true },
		read: ({ sleep }) => sleep
	},
	{
		...{ of: 'urge', question: 'Urge to hurt myself', scale: { least: 0, most: 5 }, grain: 1, counts: false },
		read: ({ urge }) => urge
	}
];

/** One rating given twice. */
export interface RatingChange {
	question: string;
	before: string;
	after: string;
	/** The same, lower or higher: neither is better in itself. */
	way: 'same' | 'lower' | 'higher';
}

/** What changed since the earlier check-ins of the same person, the first one first; only what was rated again. */
export function changesSince(earlier: readonly CheckInAnswers[], after: CheckInAnswers): RatingChange[] {
	return RATINGS.flatMap(({ question, read }) => {
		const then = earlier.map(read).find((value) => typeof value === 'number');
		const now = read(after);
		if (typeof then !== 'number' || typeof now !== 'number') return [];
		const way = now === then ? 'same' : now < then ? 'lower' : 'higher';
		return [{ question, before: rated(question, then), after: rated(question, now), way } as const];
	});
}

/** 'Mood: from 2.5 (low) to 7.5 (good), higher.' */
export function changeLine({ question, before, after, way }: RatingChange): string {
	return way === 'same'
		? `${question}: ${after}, as before.`
		: `${question}: from ${before} to ${after}, ${way}.`;
}

/** A mood has its words beside it. */
function rated(question: string, value: number): string {
	return question === MOOD_QUESTION ? `${value} (${moodLabel(value).toLowerCase()})` : `${value}`;
}
