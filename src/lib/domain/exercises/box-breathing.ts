import type { Exercise } from '../exercise.ts';
import { AFTER_DISTRESS, DISTRESS } from './scales.ts';

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
			help: 'A number from 0 to 100, by feel. There is no wrong one.',
			example: 'About 40: shoulders up, thoughts a little fast.',
			...DISTRESS
		},
		{
			id: 'distress-after',
			kind: 'scale',
			label: 'And now, after breathing?',
			help: 'It may be lower, the same or higher. Any of these is fine.',
			ratesAgain: 'distress-before',
			risk: AFTER_DISTRESS,
			...DISTRESS
		}
	]
};
