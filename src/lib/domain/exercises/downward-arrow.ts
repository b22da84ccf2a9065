import type { Exercise } from '../exercise.ts';

export const downwardArrow: Exercise = {
	id: 'downward-arrow',
	title: 'Down to the root',
	summary: 'Follow a thought down, question by question, to the belief underneath.',
	intro:
		'Start with a thought that stings. Then ask yourself again and again: if that were so, what would it mean? Stop when you reach something that feels like the ground, or whenever you have had enough.',
	minutes: 10,
	sharing: 'private',
	fields: [
		{ id: 'thought', kind: 'text', label: 'The thought', example: 'They did not ask me to come along.' },
		{
			id: 'steps',
			kind: 'rows',
			label: 'If that were so, what would it mean?',
			help: 'Take each answer as if it were so, only for a moment, and ask again. Two to five steps are enough.',
			example: 'That they do not want me there. → That I am hard work.',
			item: 'step',
			mostRows: 10,
			columns: [{ id: 'meaning', kind: 'text', label: 'It would mean that…' }]
		},
		{
			id: 'bottom',
			kind: 'text',
			label: 'The belief at the bottom',
			help: 'It is old and it feels true. That does not make it true.',
			example: 'I do not belong anywhere.'
		},
		{
			id: 'kind-word',
			kind: 'long',
			label: 'What would you say to a friend who carried this belief?',
			example:
				'You were left out as a child. That says something about them, and nothing about what you are worth.'
		}
	]
};
