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

/** What the member gives: to the facilitators, or to the group's numbers as well. */
export type CheckInGiven = Pick<GivenCheckIn, 'audience' | 'mood' | 'energy' | 'word'>;

/** Whom a member chooses to tell: the first keeps the check-in in their own document alone. */
export type CheckInChoice = 'nobody' | GivenCheckIn['audience'];

export interface CheckInDraft {
	/** Null until chosen: nobody is counted in the group by default. */
	choice: CheckInChoice | null;
	mood: number | null;
	energy: number | null;
	word: string;
}

/** The draft stands in the member's own document, by step. */
export const checkInPlaces = (doc: Y.Doc, step: StepId) => ({
	/** Keys: `mood`, `energy`, `choice`; `given` holds what was given last, whole. */
	values: doc.getMap<unknown>(`check-in:${step}`),
	word: doc.getText(`check-in-word:${step}`)
});

export function draftedCheckIn(doc: Y.Doc, step: StepId): CheckInDraft {
	const { values, word } = checkInPlaces(doc, step);
	return readDraft({
		choice: values.get('choice'),
		mood: values.get('mood'),
		energy: values.get('energy'),
		word: word.toString()
	});
}

/** What the member gave last in this step, or null. */
export function givenCheckIn(doc: Y.Doc, step: StepId): CheckInDraft | null {
	const given = checkInPlaces(doc, step).values.get('given');
	return given && typeof given === 'object' ? readDraft(given as Record<string, unknown>) : null;
}

/** Whether there is anything to give. */
export function saysNothing({ mood, energy, word }: Pick<CheckInDraft, 'mood' | 'energy' | 'word'>): boolean {
	return mood === null && energy === null && word === '';
}

/** The words for a mood: those of the nearest of the five. */
export function moodLabel(mood: number): string {
	const nearest = [...MOODS].sort((a, b) => Math.abs(a.value - mood) - Math.abs(b.value - mood))[0];
	return nearest?.label ?? '';
}

function readDraft(from: Record<string, unknown>): CheckInDraft {
	const { choice, word } = from;
	return {
		choice: choice === 'nobody' || choice === 'facilitators' || choice === 'group' ? choice : null,
		mood: zeroToTen(from.mood),
		energy: zeroToTen(from.energy),
		word: typeof word === 'string' ? word.trim().slice(0, WORD_LENGTH) : ''
	};
}

function zeroToTen(value: unknown): number | null {
	return typeof value === 'number' && value >= 0 && value <= 10 ? value : null;
}
