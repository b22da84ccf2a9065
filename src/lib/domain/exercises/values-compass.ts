import type { Exercise, Scale } from '../exercise.ts';

const MATTERS: Scale = {
	least: 0,
	most: 10,
	step: 1,
	leastWord: 'not to me',
	mostWord: 'more than most things'
};
const LIVED: Scale = { least: 0, most: 10, step: 1, leastWord: 'not at all', mostWord: 'as I would like' };

export const valuesCompass: Exercise = {
	id: 'values-compass',
	title: 'Values compass',
	summary: 'What matters to you, how much of it was in your week, and one small step where they differ.',
	intro:
		'Go through the parts of your life that matter to you, eight or so. There is no right picture. A gap shows where a small step could be worth it.',
	minutes: 20,
	sharing: 'reveal',
	fields: [
		{
			id: 'domains',
			kind: 'rows',
			label: 'Parts of your life',
			help: 'Use the ones below or your own. Three or more make a picture.',
			example: 'Friends: matters 8, lived 3. Step: write to Elif on Saturday.',
			item: 'part',
			mostRows: 10,
			columns: [
				{ id: 'domain', kind: 'text', label: 'Which part' },
				{ id: 'importance', kind: 'scale', label: 'How much it matters to you', ...MATTERS },
				{ id: 'lived', kind: 'scale', label: 'How much of it you lived this week', ...LIVED },
				{ id: 'step', kind: 'text', label: 'One small step' }
			],
			beginnings: {
				for: 'domain',
				words: [
					'Family',
					'Partner',
					'Friends',
					'Work or study',
					'Learning',
					'Rest and play',
					'Health',
					'Community',
					'Nature',
					'Faith or meaning'
				]
			},
			picture: { kind: 'radar', name: 'domain', wanted: 'importance', lived: 'lived' }
		}
	]
};
