import type { Column, Exercise } from '../exercise.ts';

const CARD: readonly Column[] = [{ id: 'card', kind: 'text', label: 'In a few words' }];

export const circleOfControl: Exercise = {
	id: 'circle-of-control',
	title: 'Circle of control',
	summary: 'Together, sort what is on everyone’s mind: in our hands, within our reach, or out of our hands.',
	intro:
		'Put what is on your mind on cards, all of you at once. Then talk about where each card belongs. Moving a card later is part of it.',
	minutes: 15,
	sharing: 'together',
	onStage: { kind: 'board', template: 'circle-of-control' },
	fields: [
		{
			id: 'control',
			kind: 'rows',
			label: 'In our hands',
			help: 'What you do, what you say, what you say yes or no to.',
			example: 'What time I put my phone away.',
			item: 'card',
			mostRows: 24,
			columns: CARD
		},
		{
			id: 'influence',
			kind: 'rows',
			label: 'Within our reach',
			help: 'You cannot decide it alone, but what you do can help.',
			example: 'How we talk to each other at home.',
			item: 'card',
			mostRows: 24,
			columns: CARD
		},
		{
			id: 'outside',
			kind: 'rows',
			label: 'Out of our hands',
			help: 'Nothing you do today changes it.',
			example: 'The weather. What happened last year.',
			item: 'card',
			mostRows: 24,
			columns: CARD
		}
	]
};
