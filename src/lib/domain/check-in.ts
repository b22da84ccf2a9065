import type * as Y from 'yjs';
import type { StepId } from './ids.ts';
import { CHECK_INS, HOMEWORK_DONE, type CheckInAnswers, type CheckInId, type Feeling } from './check-ins.ts';
import type { GivenCheckIn } from './room.ts';

/** Mood is kept 0-10 everywhere; five steps of it are offered. */
export const MOODS = [
	{ value: 0, label: 'Very low' },
	{ value: 2.5, label: 'Low' },
	{ value: 5, label: 'So-so' },
	{ value: 7.5, label: 'Good' },
	{ value: 10, label: 'Very good' }
] as const;

/** The longest 'one word', in characters; a short sentence is welcome. */
export const WORD_LENGTH = 120;

/** What the member gives: to the facilitators, or to the group's numbers as well. */
export type CheckInGiven = CheckInAnswers & Pick<GivenCheckIn, 'audience'>;

/** Whom a member chooses to tell: the first keeps the check-in in their own document alone. */
export type CheckInChoice = 'nobody' | GivenCheckIn['audience'];

export interface CheckInDraft extends Required<CheckInAnswers> {
	/** Null until chosen: nobody is counted in the group by default. */
	choice: CheckInChoice | null;
}

/** The draft stands in the member's own document, by step. */
export const checkInPlaces = (doc: Y.Doc, step: StepId) => ({
	/** Keys: `choice` and each check-in's name but `word`; `given` holds what was given last, whole. */
	values: doc.getMap<unknown>(`check-in:${step}`),
	word: doc.getText(`check-in-word:${step}`)
});

export function draftedCheckIn(doc: Y.Doc, step: StepId): CheckInDraft {
	const { values, word } = checkInPlaces(doc, step);
	return readDraft({ ...Object.fromEntries(values.entries()), word: word.toString() });
}

/** What the member gave last in this step, or null. */
export function givenCheckIn(doc: Y.Doc, step: StepId): CheckInDraft | null {
	const given = checkInPlaces(doc, step).values.get('given');
	return given && typeof given === 'object' ? readDraft(given as Record<string, unknown>) : null;
}

/** The words for a mood: those of the nearest of the five. */
export function moodLabel(mood: number): string {
	const nearest = [...MOODS].sort((a, b) => Math.abs(a.value - mood) - Math.abs(b.value - mood))[0];
	return nearest?.label ?? '';
}

/** The answers to what is asked, and none to what is not. */
export function onlyAsked(
	draft: CheckInDraft,
	asked: readonly { id: CheckInId }[]
): Required<CheckInAnswers> {
	const { choice: _choice, ...answers } = draft;
	const left = CHECK_INS.filter(({ id }) => !asked.some((one) => one.id === id));
	return { ...answers, ...Object.fromEntries(left.map(({ id }) => [id, id === 'word' ? '' : null])) };
}

function readDraft(from: Record<string, unknown>): CheckInDraft {
	const { choice, word } = from;
	return {
		choice: choice === 'nobody' || choice === 'facilitators' || choice === 'group' ? choice : null,
		mood: upTo(10, from.mood),
		energy: upTo(10, from.energy),
		distress: upTo(100, from.distress),
		sleep: upTo(24, from.sleep),
		urge: upTo(5, from.urge),
		feeling: feelingOf(from.feeling),
		homework: HOMEWORK_DONE.find(({ id }) => id === from.homework)?.id ?? null,
		word: typeof word === 'string' ? word.trim().slice(0, WORD_LENGTH) : ''
	};
}

function feelingOf(value: unknown): Feeling | null {
	if (!value || typeof value !== 'object') return null;
	const { pleasant, stirred, words } = value as Record<string, unknown>;
	const [across, up] = [upTo(10, pleasant), upTo(10, stirred)];
	if (across === null || up === null) return null;
	const said = Array.isArray(words) ? words.filter((word) => typeof word === 'string') : [];
	return { pleasant: across, stirred: up, words: said };
}

function upTo(most: number, value: unknown): number | null {
	return typeof value === 'number' && value >= 0 && value <= most ? value : null;
}
