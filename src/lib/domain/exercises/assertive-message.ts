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
			help: 'What a camera would have seen. No “always” and no “never”.',
			example: 'Three times this month you came an hour late.'
		},
		{ id: 'feel', kind: 'long', label: 'How is that for you?', example: 'I sit there and feel unimportant.' },
		{
			id: 'ask',
			kind: 'long',
			label: 'What do you ask for, exactly?',
			help: 'One thing that the other person could do or leave.',
			example: 'Please ring me when you leave.'
		},
		{
			id: 'result',
			kind: 'long',
			label: 'What would be good about it, for both of you?',
			example: 'I can eat in peace, and you come home to someone who is glad to see you.'
		}
	]
};
