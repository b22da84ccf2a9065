import type { Exercise } from '../exercise.ts';

export const relapseMap: Exercise = {
	id: 'relapse-map',
	title: 'Map for slippery places',
	summary: 'What pulls you back, early signs, if-then plans, and the first hour if it happens.',
	intro:
		'Slips are part of change. A map made beforehand makes them shorter. Write what you already know about yourself.',
	minutes: 25,
	sharing: 'reveal',
	fields: [
		{
			id: 'triggers',
			kind: 'rows',
			label: 'What pulls you back?',
			help: 'Name what is really there in your life, also what seems small.',
			example: 'Pay day, walking past the shop. Strength 8. Helps: the other way home, with a podcast.',
			item: 'trigger',
			mostRows: 15,
			sortedBy: 'strength',
			columns: [
				{ id: 'text', kind: 'text', label: 'What it is' },
				{
					id: 'kind',
					kind: 'choice',
					label: 'What kind?',
					options: [
						{ id: 'inner', label: 'Inside me' },
						{ id: 'outer', label: 'Around me' },
						{ id: 'people', label: 'People' },
						{ id: 'place', label: 'A place' },
						{ id: 'time', label: 'A time' }
					]
				},
				{
					id: 'strength',
					kind: 'scale',
					label: 'How strong the pull is',
					...{ least: 1, most: 10, step: 1, leastWord: 'slight', mostWord: 'very strong' }
				},
				{ id: 'coping', kind: 'text', label: 'What helps against it' }
			]
		},
		{
			id: 'signs',
			kind: 'long',
			label: 'Early signs that you are sliding',
			help: 'What others would notice before you do counts as well.',
			example: 'I start keeping secrets.'
		},
		{
			id: 'plans',
			kind: 'rows',
			label: 'If… then…',
			example: 'If I pass the shop on pay day, then I ring Jo until I am past it.',
			item: 'plan',
			mostRows: 10,
			columns: [
				{ id: 'if', kind: 'text', label: 'If…' },
				{ id: 'then', kind: 'text', label: 'then I…' }
			]
		},
		{
			id: 'supports',
			kind: 'rows',
			label: 'Who helps?',
			item: 'person',
			mostRows: 8,
			columns: [{ id: 'contact', kind: 'contact', label: 'Someone on my side' }]
		},
		{
			id: 'first-hour',
			kind: 'long',
			label: 'If it happens: what will you do in the first hour?',
			help: 'Who, where, and what you will not do. A slip is not a fall.',
			example: 'Pour the rest away. Ring Jo. Eat something and go to bed. Tell the group on Tuesday.'
		}
	]
};
