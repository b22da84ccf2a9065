import type { Exercise } from '../exercise.ts';
import { TENSION } from './scales.ts';

/** The group goes through the body together on the stage; the ratings are each member's own. */
const fromFeet: Exercise = {
	id: 'body-scan',
	title: 'Body scan',
	summary: 'Go through the body together, part by part from the feet up, at one calm pace.',
	intro:
		'Sit or lie as you like. Keep your eyes open if you prefer. Give each part of you a little attention, without changing anything. Skip any part that you do not want to think about.',
	minutes: 10,
	sharing: 'private',
	onStage: { kind: 'body-scan', secondsAPart: 30, order: 'from-feet' },
	fields: [
		{ id: 'tension-before', kind: 'scale', label: 'Before: how tense is your body?', ...TENSION },
		{
			id: 'tension-after',
			kind: 'scale',
			label: 'And now?',
			help: 'It may be the same. Noticing is enough.',
			ratesAgain: 'tension-before',
			...TENSION
		},
		{
			id: 'noticed',
			kind: 'long',
			label: 'Where did you notice something?',
			example: 'My jaw was clenched and I had not known. My feet were warm.'
		}
	]
};

export const bodyScan: Exercise = {
	...fromFeet,
	variants: [
		{
			...fromFeet,
			id: 'body-scan-from-head',
			title: 'Body scan, from the head down',
			summary: 'Go through the body together, part by part from the head down, at one calm pace.',
			onStage: { kind: 'body-scan', secondsAPart: 30, order: 'from-head' }
		}
	]
};
