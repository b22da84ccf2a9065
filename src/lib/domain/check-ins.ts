import type { RiskRule, Scale } from './exercise.ts';
import { AFTER_DISTRESS, DISTRESS } from './exercises/scales.ts';
import type { Step } from './plan.ts';

/** The eight things that a check-in can ask, and what of them goes where. */

/** Where a feeling stands on the pad: each side is 0-10, and 5 is neither. `words` are those that fit. */
export interface Feeling {
	pleasant: number;
	stirred: number;
	words: string[];
}

export const HOMEWORK_DONE = [
	{ id: 'done', label: 'Yes' },
	{ id: 'partly', label: 'Some of it' },
	{ id: 'not-yet', label: 'Not yet' },
	{ id: 'none-set', label: 'I had nothing to do' }
] as const;
export type HomeworkDone = (typeof HOMEWORK_DONE)[number]['id'];

/** What a check-in says. What was not asked, or not answered, is null, empty or absent. */
export interface CheckInAnswers {
	/** 0-10. */
	mood: number | null;
	/** 0-10. */
	energy: number | null;
	word: string;
	feeling?: Feeling | null;
	/** 0-100, as SUDS are: 0 none, 50 moderate, 100 the worst. */
	distress?: number | null;
	/** Hours. */
	sleep?: number | null;
	homework?: HomeworkDone | null;
	/** 0-5. */
	urge?: number | null;
}

type Asked =
	| { id: 'mood'; kind: 'mood' }
	| { id: 'feeling'; kind: 'pad' }
	| { id: 'word'; kind: 'word' }
	| { id: 'homework'; kind: 'homework' }
	| { id: 'energy' | 'distress' | 'sleep' | 'urge'; kind: 'scale'; scale: Scale };

export type CheckInId = Asked['id'];

export type CheckIn = Asked & {
	/** In lists and beside an answer. */
	title: string;
	/** What the card asks. */
	question: string;
	help?: string;
	/** Said to whoever plans. */
	summary: string;
	/** The same, of who is told in a therapy group. */
	told?: string;
	/** Goes to the facilitators alone, whatever the rest of the card does: it is never one of the group's numbers. */
	facilitatorsOnly?: boolean;
	/** S14: not asked in a peer group, where nobody reads it. */
	therapyOnly?: boolean;
	risk?: RiskRule;
};

export const CHECK_INS: readonly CheckIn[] = [
	{
		id: 'mood',
		kind: 'mood',
		title: 'Mood',
		question: 'Right now I feel…',
		summary: 'Five pictures, from very low to very good.'
	},
	{
		id: 'feeling',
		kind: 'pad',
		title: 'Feeling',
		question: 'Where is your feeling?',
		help: 'Tap the square, or use the two sliders below it. The words are there to help, if you like one.',
		summary: 'A square from unpleasant to pleasant and from calm to stirred up, with words that fit.'
	},
	{
		id: 'energy',
		kind: 'scale',
		title: 'Energy',
		question: 'My energy',
		scale: { least: 0, most: 10, step: 1, leastWord: 'no energy', mostWord: 'lots of energy' },
		summary: '0 to 10.'
	},
	{
		id: 'distress',
		kind: 'scale',
		title: 'Distress',
		question: 'How upset or tense am I now?',
		help: '50 is in the middle.',
		scale: DISTRESS,
		summary: '0 to 100 (SUDS).',
		told: 'From 90 on, facilitators get a quiet notice.',
		risk: AFTER_DISTRESS
	},
	{
		id: 'sleep',
		kind: 'scale',
		title: 'Sleep',
		question: 'How many hours did I sleep last night?',
		help: 'About is good enough.',
		scale: { least: 0, most: 16, step: 0.5, leastWord: 'hours', mostWord: 'hours or more' },
		summary: 'Hours of last night.'
	},
	{
		id: 'word',
		kind: 'word',
		title: 'One word',
		question: 'One word or sentence (optional)',
		facilitatorsOnly: true,
		summary: 'A word or a sentence.',
		told: 'Only facilitators read it.'
	},
	{
		id: 'homework',
		kind: 'homework',
		title: 'Homework',
		question: 'What I wanted to practise: did I get to it?',
		help: 'If not, that is worth talking about, and no reason to hide.',
		facilitatorsOnly: true,
		summary: 'Done, some of it, or not yet.',
		told: 'Only facilitators read it.'
	},
	{
		id: 'urge',
		kind: 'scale',
		title: 'Urge to hurt myself',
		question: 'Is there an urge to hurt myself?',
		help: 'Asked so that nobody has to carry this alone. From 3 on, your facilitator is told at once.',
		scale: { least: 0, most: 5, step: 1, leastWord: 'none', mostWord: 'very strong' },
		facilitatorsOnly: true,
		therapyOnly: true,
		summary: '0 to 5.',
		told: 'Only facilitators read it, and from 3 on they are told at once.',
		// S03.
		risk: { cause: 'self-harm', when: 'at-least', value: 3, quiet: false }
	}
];

/** What a check-in asks unless its plan says otherwise. */
export const USUAL_CHECK_INS: readonly CheckInId[] = ['mood', 'energy', 'word'];

/** The step may be of a plan that was made before there was a choice. A check-out asks its sheet, and nothing more. */
export function checkInIds(
	step: Pick<Step, 'kind'> & { checkIns?: readonly CheckInId[] }
): readonly CheckInId[] {
	if (step.kind !== 'check-in' && step.kind !== 'check-out') return [];
	return step.checkIns ?? (step.kind === 'check-in' ? USUAL_CHECK_INS : []);
}

/** What a step asks, in the order of the card. */
export function checkInsOf(step: Parameters<typeof checkInIds>[0]): CheckIn[] {
	const ids = checkInIds(step);
	return CHECK_INS.filter(({ id }) => ids.includes(id));
}

/** Whether nothing of it was answered. */
export function saysNothing(answers: CheckInAnswers): boolean {
	return CHECK_INS.every((one) => isUnanswered(answers, one));
}

export function isUnanswered(answers: CheckInAnswers, { id }: Pick<CheckIn, 'id'>): boolean {
	const answer = answers[id];
	return answer === undefined || answer === null || answer === '';
}
