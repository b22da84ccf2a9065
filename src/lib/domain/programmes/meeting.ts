import { exerciseNamed } from '../exercises/library.ts';
import { newStep } from '../plan-making.ts';
import type { StepKind } from '../plan.ts';
import type { Part, StepOutline } from './programme.ts';

/** How the minutes of a session are spent; what is left is a buffer. */
const MINUTES = {
	90: {
		...{ arrive: 5, checkIn: 10, bridge: 5, today: 3, review: 15, skill: 15, exercise: 20 },
		...{ homework: 7, checkOut: 7, map: 25, goodbye: 25 }
	},
	60: {
		...{ arrive: 3, checkIn: 7, bridge: 3, today: 2, review: 10, skill: 10, exercise: 15 },
		...{ homework: 5, checkOut: 5, map: 20, goodbye: 15 }
	}
};
export type Length = keyof typeof MINUTES;

/** What a session of a programme is about. */
export interface Topic {
	title: string;
	aim: string;
	/** The skill: what the facilitator explains or asks about, and words for the group. */
	skill: { prompt: string; notes: string; template?: string };
	/** The exercise of the library that it is practised with, and words for the group. */
	exercise: string;
	prompt: string;
	/** What might be practised until the next session. */
	homework: string;
	/** A measure, asked after the check-in; its minutes come out of the skill's. */
	measure?: string;
}

/** The first session: who we are and what we agree on, then the first piece of work. */
export function first(length: Length, topic: Topic): Part {
	const { bridge, today, review, ...minutes } = MINUTES[length];
	const welcome = bridge + today;
	return {
		...about(topic),
		steps: [
			outline('arrive', { minutes: minutes.arrive, prompt: WELCOME }),
			outline('round', { title: 'Who we are', minutes: welcome, prompt: NAMES }),
			outline('check-in', { minutes: minutes.checkIn }),
			...measured(topic),
			sheet('group-agreements', { title: 'What we agree', minutes: review, prompt: AGREEMENTS }),
			...work(length, topic)
		]
	};
}

/** A session in the middle: from last time to the next. */
export function meeting(length: Length, topic: Topic): Part {
	const { arrive, checkIn, bridge, today, review } = MINUTES[length];
	return {
		...about(topic),
		steps: [
			outline('arrive', { minutes: arrive }),
			outline('check-in', { minutes: checkIn }),
			...measured(topic),
			outline('round', {
				title: 'From last time to today',
				minutes: bridge + today,
				prompt: `${BRIDGE} Today we look at this: ${topic.title}.`
			}),
			outline('review', { minutes: review }),
			...work(length, topic)
		]
	};
}

/** The last session: what to hold on to, and goodbye. */
export function last(length: Length, topic: Pick<Topic, 'title' | 'aim' | 'prompt' | 'measure'>): Part {
	const minutes = MINUTES[length];
	return {
		...about(topic),
		steps: [
			outline('arrive', { minutes: minutes.arrive }),
			outline('check-in', { minutes: minutes.checkIn }),
			...measured(topic),
			outline('review', { minutes: minutes.bridge + minutes.today }),
			sheet('relapse-map', { minutes: minutes.map, prompt: topic.prompt }),
			outline('round', { title: 'Goodbye', minutes: minutes.goodbye, prompt: GOODBYE, notes: GOODBYE_NOTES }),
			sheet('check-out-card', { kind: 'check-out', title: 'Check-out', minutes: minutes.checkOut })
		]
	};
}

function work(length: Length, topic: Topic): StepOutline[] {
	const minutes = MINUTES[length];
	const { prompt, notes, template = 'blank' } = topic.skill;
	const skill = minutes.skill - measuredMinutes(topic);
	return [
		{ ...outline('board', { title: topic.title, minutes: skill, prompt, notes }), kind: 'board', template },
		sheet(topic.exercise, { minutes: minutes.exercise, prompt: topic.prompt }),
		sheet('between-sessions', { minutes: minutes.homework, prompt: topic.homework }),
		sheet('check-out-card', { kind: 'check-out', title: 'Check-out', minutes: minutes.checkOut })
	];
}

function measured(topic: Pick<Topic, 'measure'>): StepOutline[] {
	if (!topic.measure) return [];
	return [sheet(topic.measure, { minutes: measuredMinutes(topic), prompt: MEASURE })];
}

function measuredMinutes({ measure }: Pick<Topic, 'measure'>): number {
	return (measure && exerciseNamed(measure)?.minutes) || 0;
}

const about = ({ title, aim }: Pick<Topic, 'title' | 'aim'>) => ({ title, aim });

type Words = Partial<Pick<StepOutline, 'title' | 'prompt' | 'notes'>> & { minutes: number };

function outline(kind: StepKind, words: Words): StepOutline {
	const { id: _id, ...step } = newStep(kind, 'therapy');
	return { ...step, ...words };
}

/** A step with a sheet; it is shared as its exercise is, and a peer group's plan makes nobody its reader. */
function sheet(
	exercise: string,
	{ kind = 'worksheet', ...words }: Words & { kind?: 'worksheet' | 'check-out' }
): StepOutline {
	const known = exerciseNamed(exercise);
	if (!known) throw new Error(`No exercise is called ${exercise}.`);
	const { title, sharing } = known;
	return {
		...outline(kind, { title, ...words }),
		...{ kind, exercise, sharing, facilitatorReads: 'after-done' }
	};
}

const WELCOME =
	'Welcome to our first time together. You need to say nothing that you do not want to. Settle in, and look around.';
const NAMES = 'What may we call you, and what made you come? One or two sentences, or pass.';
const AGREEMENTS =
	'What do we need from each other, so that this is a good place? Write it, and tick what you agree to.';
const BRIDGE = 'What stayed with you since we met? One sentence, or pass.';
const MEASURE = 'A few questions on how it has been lately. Only you and your facilitator see your answers.';
const GOODBYE = 'What do you take with you, and what would you like to say to someone here? You may pass.';
const GOODBYE_NOTES =
	'Leave room for sadness. Say when and how people can reach you, and what comes after this group.';
