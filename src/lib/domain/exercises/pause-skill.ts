import type { Exercise } from '../exercise.ts';

export const pauseSkill: Exercise = {
	id: 'pause-skill',
	title: 'The pause',
	summary: 'Together: stop, breathe, look, go on. For moments when everything goes too fast.',
	intro: 'Practise this together with a small, ordinary annoyance. Then it is there when you need it.',
	minutes: 8,
	sharing: 'together',
	fields: [
		{
			id: 'stop',
			kind: 'long',
			label: 'Stop: what will remind you to hold still for a moment?',
			help: 'A word, a movement or an object that is always with you.',
			example: 'Put both feet flat on the floor.'
		},
		{
			id: 'breathe',
			kind: 'long',
			label: 'Breathe: take a step back and a slow breath. What helps you do that?',
			example: 'Breathe out longer than in. Look at something far away.'
		},
		{
			id: 'observe',
			kind: 'long',
			label: 'Look: what do you notice, inside and around you?',
			example: 'My jaw is tight. The kettle is on. He sounds tired, too.'
		},
		{
			id: 'proceed',
			kind: 'long',
			label: 'Go on: what would help, instead of what would be fast?',
			help: 'What would you like to have done, when you think of it tomorrow?',
			example: 'Say that I would like to talk about it after supper.'
		}
	]
};
