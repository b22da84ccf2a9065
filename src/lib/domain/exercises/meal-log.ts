import type { Exercise, Scale } from '../exercise.ts';

const HUNGER: Scale = { least: 0, most: 10, step: 1, leastWord: 'not hungry', mostWord: 'very hungry' };
const FULLNESS: Scale = { least: 0, most: 10, step: 1, leastWord: 'empty', mostWord: 'too full' };
const URGE: Scale = { least: 0, most: 10, step: 1, leastWord: 'no urge', mostWord: 'very strong' };

/** No weights, no calories, no body measures; never shown to the group. */
export const mealLog: Exercise = {
	id: 'meal-log',
	title: 'Meals and feelings',
	summary: 'Hunger, fullness and feelings around meals. No numbers about the body or the food.',
	intro:
		'Note how it was around a meal or a snack, not what or how much it was. Please leave out weights and calories: they are not asked for here.',
	minutes: 5,
	sharing: 'private',
	therapyOnly: true,
	restricted: 'facilitator-only',
	fields: [
		{
			id: 'meals',
			kind: 'rows',
			label: 'Around your meals',
			help: 'One line for each meal or snack, as soon after it as you can. A line with gaps is fine.',
			example:
				'Lunch at 12:40. Hunger 7, fullness 5. Tense at first, then talked to Sam in the canteen. Urge 3, gone by two.',
			item: 'meal',
			mostRows: 40,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				{ id: 'time', kind: 'time', label: 'Time' },
				{ id: 'hunger', kind: 'scale', label: 'Hunger before', ...HUNGER },
				{ id: 'fullness', kind: 'scale', label: 'Fullness after', ...FULLNESS },
				{ id: 'feeling', kind: 'text', label: 'How you felt' },
				{ id: 'situation', kind: 'text', label: 'Where, and with whom' },
				{ id: 'urge', kind: 'scale', label: 'Urge to make up for it', ...URGE }
			]
		},
		{
			id: 'noticed',
			kind: 'long',
			label: 'What do you notice?',
			example: 'With company it is easier. The hard hour is after supper, alone.'
		}
	]
};
