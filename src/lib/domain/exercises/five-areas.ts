import type { Exercise, Option } from '../exercise.ts';

const AREAS: readonly Option[] = [
	{ id: 'situation', label: 'Situation' },
	{ id: 'thoughts', label: 'Thoughts' },
	{ id: 'feelings', label: 'Feelings' },
	{ id: 'behaviour', label: 'What you do' },
	{ id: 'body', label: 'Body' }
];

export const fiveAreas: Exercise = {
	id: 'five-areas',
	title: 'Five areas',
	summary: 'Together, map how a situation, thoughts, feelings, body and actions feed each other.',
	intro:
		'Take one situation that many of you know. Fill the five areas together. Then draw the arrows: what sets off what?',
	minutes: 20,
	sharing: 'together',
	fields: [
		{ id: 'situation', kind: 'long', label: 'The situation', example: 'Walking into a room full of people.' },
		{ id: 'thoughts', kind: 'long', label: 'Thoughts', example: '“They will all look at me.”' },
		{ id: 'feelings', kind: 'long', label: 'Feelings', example: 'Nervous, ashamed.' },
		{ id: 'body', kind: 'long', label: 'What your body does', example: 'Hot face, dry mouth.' },
		{ id: 'behaviour', kind: 'long', label: 'What you do', example: 'Look at the phone, leave early.' },
		{
			id: 'arrows',
			kind: 'rows',
			label: 'Arrows: what sets off what?',
			help: 'Each arrow goes from one area to another. A circle that goes round and round is worth finding.',
			example: 'From body to thoughts: a hot face makes us think that everyone sees it.',
			item: 'arrow',
			mostRows: 15,
			columns: [
				{ id: 'from', kind: 'choice', label: 'From', options: AREAS },
				{ id: 'to', kind: 'choice', label: 'To', options: AREAS },
				{ id: 'how', kind: 'text', label: 'How, in a few words' }
			],
			picture: { kind: 'arrows', from: 'from', to: 'to', words: 'how' }
		},
		{
			id: 'way-out',
			kind: 'long',
			label: 'Which arrow would be the easiest to break, and how?',
			example: 'Say hello to one person before looking at the phone.'
		}
	]
};
