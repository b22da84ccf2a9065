import type { Exercise, Scale } from '../exercise.ts';

const DISTRESS: Scale = {
	least: 0,
	most: 100,
	step: 5,
	leastWord: 'calm',
	mostWord: 'the most upset you can be'
};

/** The group breathes together on the stage; the two ratings are each member's own. */
export const boxBreathing: Exercise = {
	id: 'box-breathing',
	title: 'Box breathing',
	summary: 'Breathe in, hold, breathe out, hold: all together, at one calm pace.',
	intro:
		'Sit so that you are comfortable. Breathe in, hold, breathe out, hold, each for the same count. If holding feels bad, leave it out and just breathe. You can stop at any time.',
	minutes: 5,
	sharing: 'private',
	onStage: { kind: 'breathing', secondsASide: 4, rounds: 6 },
	fields: [
		{
			id: 'distress-before',
			kind: 'scale',
			label: 'Before we begin: how upset or tense are you?',
			...DISTRESS
		},
		{
			id: 'distress-after',
			kind: 'scale',
			label: 'And now, after breathing?',
			help: 'It may be lower, the same or higher. Any of these is fine.',
			ratesAgain: 'distress-before',
			risk: { cause: 'distress', when: 'at-least', value: 90, quiet: true },
			...DISTRESS
		}
	]
};
