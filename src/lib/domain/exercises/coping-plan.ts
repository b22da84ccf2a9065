import type { Column, Exercise } from '../exercise.ts';

const contact = (label: string): readonly Column[] => [{ id: 'contact', kind: 'contact', label }];

/** Own title and own wording: the well-known form is authored work. */
export const copingPlan: Exercise = {
	id: 'coping-plan',
	title: 'My plan for hard hours',
	summary: 'Written on a calm day for a hard one: signs, what helps, whom to reach, how to make it safer.',
	intro:
		'Write this for the hours when thinking is hard. Short lines are best. Start at the top, and go down the list when you need it. If you are in danger now, press Support or ring one of the numbers there.',
	minutes: 25,
	sharing: 'private',
	therapyOnly: true,
	restricted: 'own',
	fields: [
		{
			id: 'signs',
			kind: 'rows',
			label: 'How do I notice that it is getting hard?',
			example: 'I stop answering messages. I do not sleep.',
			item: 'sign',
			mostRows: 10,
			columns: [{ id: 'sign', kind: 'text', label: 'A sign' }]
		},
		{
			id: 'alone',
			kind: 'rows',
			label: 'What can I do by myself?',
			example: 'Cold water on my face. Walk to the river and back.',
			item: 'thing',
			mostRows: 10,
			columns: [{ id: 'thing', kind: 'text', label: 'Something that helps a little' }]
		},
		{
			id: 'distracting',
			kind: 'rows',
			label: 'Who or what place takes my mind off it?',
			item: 'person or place',
			mostRows: 6,
			columns: contact('A person or a place')
		},
		{
			id: 'helpers',
			kind: 'rows',
			label: 'Whom can I ask for help?',
			item: 'person',
			mostRows: 6,
			columns: contact('Someone I can tell')
		},
		{
			id: 'professionals',
			kind: 'rows',
			label: 'Professionals and lines that I can call',
			item: 'number',
			mostRows: 6,
			columns: contact('A professional or a line')
		},
		{
			id: 'safer',
			kind: 'rows',
			label: 'How can I make my surroundings safer?',
			help: 'What could be given to someone else to keep, or be put further away?',
			item: 'step',
			mostRows: 8,
			columns: [{ id: 'step', kind: 'text', label: 'A step' }]
		},
		{
			id: 'reasons',
			kind: 'long',
			label: 'What do I go on for?',
			help: 'People, animals, plans, small things.'
		}
	]
};
