import type { Exercise } from '../exercise.ts';

export const assertiveMessage: Exercise = {
	id: 'assertive-message',
	title: 'Saying it clearly',
	summary:
		'Four sentences for something hard to say: what happened, how you feel, what you ask, what would be good about it.',
	intro:
		'Think of something that you would like to say to someone. Write it in four short sentences. You may read it out in pairs.',
	minutes: 10,
	sharing: 'reveal',
	fields: [
		{
			id: 'describe',
			kind: 'long',
			label: 'What happened, without blame?',
			example: 'Three times this month you came an hour late.'
		},
		{ id: 'feel', kind: 'long', label: 'How is that for you?', example: 'I sit there and feel unimportant.' },
		{
			id: 'ask',
			kind: 'long',
			label: 'What do you ask for, exactly?',
			example: 'Please ring me when you leave.'
		},
		{ id: 'result', kind: 'long', label: 'What would be good about it, for both of you?' }
	]
};
