import type { Exercise, Field } from '../exercise.ts';
import { WEIGHT } from './scales.ts';

function side(id: string, label: string, example: string): Field {
	return {
		...{ id, kind: 'rows', label, example, item: 'point', mostRows: 10, square: 'balance', sums: 'weight' },
		columns: [
			{ id: 'point', kind: 'text', label: 'The point' },
			{ id: 'weight', kind: 'scale', label: 'How much it weighs for you', ...WEIGHT }
		]
	};
}

export const decisionalBalance: Exercise = {
	id: 'decisional-balance',
	title: 'Both sides of a change',
	summary: 'What is good and not so good about changing, and about leaving things as they are.',
	intro:
		'Being in two minds is normal. Give both sides room, the good of staying as well. Nothing has to be decided today.',
	minutes: 15,
	sharing: 'reveal',
	fields: [
		{
			id: 'change',
			kind: 'text',
			label: 'The change that you are thinking about',
			help: 'One change, in a few words. You need not want it yet.',
			example: 'Drinking less.'
		},
		side('change-good', 'Good things about changing', 'Better mornings.'),
		side('change-hard', 'Not so good things about changing', 'Fridays will be strange.'),
		side('stay-good', 'Good things about staying as it is', 'It takes the edge off.'),
		side('stay-hard', 'Not so good things about staying as it is', 'The rows at home.'),
		{
			id: 'noticed',
			kind: 'long',
			label: 'What do you notice?',
			help: 'Which points weigh most? Not how many there are.',
			example: 'What keeps me is one big thing: I am afraid of the evenings.'
		}
	]
};
