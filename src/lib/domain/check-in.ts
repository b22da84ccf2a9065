import type * as Y from 'yjs';
import type { StepId } from './ids.ts';
import type { GivenCheckIn } from './room.ts';

/** Mood is kept 0-10 everywhere; five steps of it are offered. */
export const MOODS = [
	{ value: 0, label: 'Very low' },
	{ value: 2.5, label: 'Low' },
	{ value: 5, label: 'So-so' },
	{ value: 7.5, label: 'Good' },
	{ value: 10, label: 'Very good' }
] as const;

export const ENERGY = {
	least: 0,
	most: 10,
	step: 1,
	leastWord: 'no energy',
	mostWord: 'lots of energy'
} as const;

/** The longest 'one word', in characters; a short sentence is welcome. */
export const WORD_LENGTH = 120;

export type CheckInAudience = GivenCheckIn['audience'];

/** What the member gives: to the facilitators, or to the group's numbers as well. */
export type CheckInGiven = Pick<GivenCheckIn, 'audience' | 'mood' | 'energy' | 'word'>;

/** The draft stands in the member's own document, by step. */
export const checkInDraft = (doc: Y.Doc, step: StepId) => ({
	/** Keys: `mood`, `energy`, `audience`. */
	values: doc.getMap<number | string>(`check-in:${step}`),
	word: doc.getText(`check-in-word:${step}`)
});

export function draftedCheckIn(doc: Y.Doc, step: StepId): CheckInGiven & { chosen: boolean } {
	const { values, word } = checkInDraft(doc, step);
	const audience = values.get('audience');
	return {
		audience: audience === 'group' ? 'group' : 'facilitators',
		/** Whether the member has chosen an audience; nobody is counted in the group by default. */
		chosen: audience === 'group' || audience === 'facilitators',
		mood: zeroToTen(values.get('mood')),
		energy: zeroToTen(values.get('energy')),
		word: word.toString().trim().slice(0, WORD_LENGTH)
	};
}

/** Whether there is anything to give. */
export function saysNothing({ mood, energy, word }: Omit<CheckInGiven, 'audience'>): boolean {
	return mood === null && energy === null && word === '';
}

/** The words for a mood: those of the nearest of the five. */
export function moodLabel(mood: number): string {
	const nearest = [...MOODS].sort((a, b) => Math.abs(a.value - mood) - Math.abs(b.value - mood))[0];
	return nearest?.label ?? '';
}

function zeroToTen(value: unknown): number | null {
	return typeof value === 'number' && value >= 0 && value <= 10 ? value : null;
}
