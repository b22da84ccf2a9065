import type { Exercise } from '../exercise.ts';

export const threeGoodThings: Exercise = {
	id: 'three-good-things',
	title: 'Three good things',
	summary: 'Together, collect small good things and what had a hand in them.',
	intro:
		'Add up to three things from the last days that were good for you. Small ones are best. Then say why they came about.',
	minutes: 8,
	sharing: 'together',
	fields: [
		{
			id: 'things',
			kind: 'rows',
			label: 'Good things',
			help: 'So small that you nearly passed them by. Then: what had a hand in it, you too?',
			example: 'The bus waited for me, because I waved and the driver was kind. Felt noticed.',
			item: 'thing',
			mostRows: 40,
			columns: [
				{ id: 'what', kind: 'text', label: 'What was good' },
				{ id: 'why', kind: 'text', label: 'Why it happened' },
				{ id: 'feeling', kind: 'text', label: 'How it felt' }
			]
		}
	]
};
