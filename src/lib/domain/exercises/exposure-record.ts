import type { Exercise } from '../exercise.ts';
import { AFTER_DISTRESS, DISTRESS, LIKELY } from './scales.ts';

export const exposureRecord: Exercise = {
	id: 'exposure-record',
	title: 'A brave step',
	summary: 'One rung of the ladder: what you expect, what happens, and what you learn from the difference.',
	intro:
		'Fill in the first half before you go, and the second half soon after. Feeling afraid on the way is part of it.',
	minutes: 10,
	sharing: 'private',
	fields: [
		{ id: 'step', kind: 'text', label: 'What will you do?', example: 'Ride two stops at noon.' },
		{
			id: 'prediction',
			kind: 'long',
			label: 'What do you expect will happen?',
			help: 'So exactly that somebody could see afterwards whether it came about.',
			example: 'I will panic and have to get off, and people will stare.'
		},
		{ id: 'likelihood', kind: 'scale', label: 'How likely is that?', ...LIKELY },
		{
			id: 'safety',
			kind: 'long',
			label: 'What do you usually do to feel safe, and will leave out this time?',
			help: 'Small things that keep the fear company: holding on, looking away, a way out.',
			example: 'Standing at the door. Headphones.'
		},
		{ id: 'before', kind: 'scale', label: 'Just before: how upset or afraid are you?', ...DISTRESS },
		{ id: 'peak', kind: 'scale', label: 'At the worst moment', ...DISTRESS },
		{
			id: 'after',
			kind: 'scale',
			label: 'Afterwards: and now?',
			ratesAgain: 'before',
			risk: AFTER_DISTRESS,
			...DISTRESS
		},
		{ id: 'minutes', kind: 'number', label: 'How long did you stay?', least: 0, most: 600, unit: 'minutes' },
		{
			id: 'happened',
			kind: 'long',
			label: 'What happened?',
			example: 'My heart raced for two stops. Nobody looked up.'
		},
		{
			id: 'came-true',
			kind: 'choice',
			label: 'Did what you expected come true?',
			options: [
				{ id: 'no', label: 'No' },
				{ id: 'partly', label: 'In part' },
				{ id: 'yes', label: 'Yes' }
			]
		},
		{
			id: 'learned',
			kind: 'long',
			label: 'What did you learn?',
			example: 'The fear came, and it went down by itself.'
		}
	]
};
