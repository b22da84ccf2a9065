import type { Exercise } from '../exercise.ts';
import { BELIEF } from './scales.ts';

export const coreBelief: Exercise = {
	id: 'core-belief',
	title: 'An old rule and a new one',
	summary: 'Collect what does not fit an old belief about yourself, and write a fairer one.',
	intro:
		'Some beliefs about ourselves are so old that they feel like facts. You will look for what does not fit. Go gently, and stop whenever you want to.',
	minutes: 15,
	sharing: 'private',
	fields: [
		{ id: 'old', kind: 'text', label: 'An old belief about yourself', example: 'I am not good enough.' },
		{ id: 'old-before', kind: 'scale', label: 'How much do you believe it today?', ...BELIEF },
		{
			id: 'evidence',
			kind: 'rows',
			label: 'What does not quite fit it?',
			help: 'Small things count: what you did, what someone said, what you got through.',
			example: 'My neighbour leaves her keys with me when she travels.',
			item: 'thing',
			mostRows: 20,
			columns: [{ id: 'thing', kind: 'long', label: 'Something that does not fit' }]
		},
		{
			id: 'new',
			kind: 'text',
			label: 'A fairer belief, in your own words',
			example: 'I am good enough for the people who know me.'
		},
		{ id: 'new-belief', kind: 'scale', label: 'How much do you believe the new one?', ...BELIEF },
		{
			id: 'old-after',
			kind: 'scale',
			label: 'How much do you believe the old one now?',
			ratesAgain: 'old-before',
			...BELIEF
		}
	]
};
