import type { Exercise, Scale } from '../exercise.ts';

const FIT: Scale = { least: 0, most: 10, step: 1, leastWord: 'would not help', mostWord: 'would help a lot' };

export const problemSolving: Exercise = {
	id: 'problem-solving',
	title: 'Solving a problem',
	summary: 'Together, from a clear problem to many options to one small plan.',
	intro:
		'Take one problem that can be solved. First collect ideas without judging them, odd ones too. Weigh them only after that.',
	minutes: 25,
	sharing: 'together',
	fields: [
		{
			id: 'problem',
			kind: 'long',
			label: 'What exactly is the problem?',
			help: 'Who, what, when, where? Leave out whose fault it is.',
			example: 'Two evenings a week nobody at home does the washing-up and I do it at eleven.'
		},
		{ id: 'goal', kind: 'long', label: 'How would you know that it is better?' },
		{
			id: 'options',
			kind: 'rows',
			label: 'What could be done?',
			help: 'As many as you can think of. Then what speaks for and against each.',
			item: 'option',
			mostRows: 15,
			sortedBy: 'rating',
			columns: [
				{ id: 'option', kind: 'text', label: 'The idea' },
				{ id: 'pros', kind: 'long', label: 'What speaks for it' },
				{ id: 'cons', kind: 'long', label: 'What speaks against it' },
				{ id: 'rating', kind: 'scale', label: 'How much it would help', ...FIT }
			]
		},
		{ id: 'choice', kind: 'text', label: 'Which one will you try?' },
		{
			id: 'steps',
			kind: 'rows',
			label: 'The steps',
			example: 'Write a plan for the week and put it on the fridge. Who: you. When: Sunday.',
			item: 'step',
			mostRows: 12,
			columns: [
				{ id: 'step', kind: 'text', label: 'What' },
				{ id: 'who', kind: 'text', label: 'Who' },
				{ id: 'when', kind: 'text', label: 'When' }
			]
		},
		{ id: 'obstacles', kind: 'long', label: 'What could get in the way, and what then?' },
		{ id: 'review', kind: 'long', label: 'Afterwards: how did it go?' }
	]
};
