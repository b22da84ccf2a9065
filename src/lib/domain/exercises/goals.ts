import type { Exercise, Scale } from '../exercise.ts';

const WAY: Scale = { least: 0, most: 10, step: 1, leastWord: 'not begun', mostWord: 'all the way' };

export const goals: Exercise = {
	id: 'goals',
	title: 'Where I want to get to',
	summary: 'Two or three goals, where you stand with each now, and where you would like to be.',
	intro:
		'Choose goals of your own, not those of others. Say where you are with each today, and what would be enough.',
	minutes: 10,
	sharing: 'reveal',
	fields: [
		{
			id: 'goals',
			kind: 'rows',
			label: 'Your goals',
			help: 'Something that you can do or notice yourself, and that is not all or nothing.',
			example: 'Sleep through most nights. Now 2, enough would be 7.',
			item: 'goal',
			mostRows: 6,
			compares: { name: 'goal', before: 'now', after: 'target', words: ['now', 'wanted'] },
			columns: [
				{ id: 'goal', kind: 'text', label: 'The goal' },
				{ id: 'now', kind: 'scale', label: 'Where you are now', ...WAY },
				{ id: 'target', kind: 'scale', label: 'Where you would like to be', ...WAY },
				{ id: 'sign', kind: 'text', label: 'How you would notice' }
			]
		}
	]
};
