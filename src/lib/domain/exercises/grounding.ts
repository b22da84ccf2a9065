import type { Exercise, Field } from '../exercise.ts';
import { AFTER_DISTRESS, DISTRESS } from './scales.ts';

const senses: Field[] = [
	{ id: 'see', kind: 'long', label: '5 things you can see', example: 'The blue cup. A crack in the wall.' },
	{ id: 'hear', kind: 'long', label: '4 things you can hear' },
	{ id: 'touch', kind: 'long', label: '3 things you can touch', help: 'The chair, your sleeve, the floor.' },
	{ id: 'smell', kind: 'long', label: '2 things you can smell', help: 'Or two smells that you like.' },
	{ id: 'taste', kind: 'text', label: '1 thing you can taste', help: 'Or a sip of something.' }
];

export const grounding: Exercise = {
	id: 'grounding',
	title: 'Five, four, three, two, one',
	summary: 'Come back to the room through what you see, hear, touch, smell and taste.',
	intro:
		'When your mind runs off, your senses are still here. Look around slowly. You may write or only notice. Stay with each for a moment.',
	minutes: 6,
	sharing: 'private',
	fields: [
		{ id: 'distress-before', kind: 'scale', label: 'Before: how upset or tense are you?', ...DISTRESS },
		...senses,
		{
			id: 'distress-after',
			kind: 'scale',
			label: 'And now?',
			ratesAgain: 'distress-before',
			risk: AFTER_DISTRESS,
			...DISTRESS
		}
	]
};
