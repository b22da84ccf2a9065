import type { Exercise, Scale } from '../exercise.ts';

const TEN: Omit<Scale, 'leastWord' | 'mostWord'> = { least: 0, most: 10, step: 1 };

export const checkOutCard: Exercise = {
	id: 'check-out-card',
	title: 'Check-out card',
	summary: 'A short card to end on: what you take with you, and how you are leaving.',
	intro: 'Before you go: a moment to look back at today. Leave out whatever you like.',
	minutes: 5,
	sharing: 'reveal',
	fields: [
		{
			id: 'take',
			kind: 'long',
			label: 'One thing you take with you from today',
			help: 'A thought, a sentence of somebody’s, or a question to go on with.',
			example: 'I am not the only one who lies awake.'
		},
		{ id: 'word', kind: 'text', label: 'One word for how you are leaving', example: 'Lighter.' },
		{
			id: 'mood',
			kind: 'scale',
			label: 'How is your mood now?',
			...TEN,
			leastWord: 'very low',
			mostWord: 'very good'
		},
		{
			id: 'helpful',
			kind: 'scale',
			label: 'How helpful was today for you?',
			...TEN,
			leastWord: 'not helpful',
			mostWord: 'very helpful'
		},
		{
			id: 'felt-safe',
			kind: 'scale',
			label: 'How safe did you feel in the group today?',
			help: 'By feel. A low number is welcome too: it is how things get better.',
			...TEN,
			leastWord: 'not safe',
			mostWord: 'very safe',
			risk: { cause: 'felt-unsafe', when: 'at-most', value: 3, quiet: false }
		},
		{
			id: 'next-step',
			kind: 'text',
			label: 'One small step before we meet again',
			example: 'A ten-minute walk on Wednesday.'
		}
	]
};
