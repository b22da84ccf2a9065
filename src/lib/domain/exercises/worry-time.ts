import type { Exercise } from '../exercise.ts';
import { INTENSITY } from './scales.ts';

export const worryTime: Exercise = {
	id: 'worry-time',
	title: 'Worry time',
	summary: 'Write worries down when they come, put them off to a set time, and see which still matter then.',
	intro:
		'Choose a quarter of an hour a day for worrying, not late at night. When a worry comes, note it in one line and put it off until then. Look at the list when its time comes.',
	minutes: 10,
	sharing: 'private',
	fields: [
		{
			id: 'when',
			kind: 'time',
			label: 'Your time for worrying',
			help: 'The same quarter of an hour each day, and not in bed.'
		},
		{
			id: 'worries',
			kind: 'rows',
			label: 'Worries as they came',
			help: 'One line and no more: thinking it through has its own time.',
			example: '10:15, after the news: “What if I lose my job?” Put off. In the evening it mattered less.',
			item: 'worry',
			mostRows: 30,
			columns: [
				{ id: 'time', kind: 'time', label: 'When it came' },
				{ id: 'trigger', kind: 'text', label: 'What set it off' },
				{ id: 'worry', kind: 'text', label: 'The worry, in one line' },
				{
					id: 'kind',
					kind: 'choice',
					label: 'What kind is it?',
					options: [
						{ id: 'practical', label: 'About something real, now or soon' },
						{ id: 'hypothetical', label: 'A “what if”' }
					]
				},
				{ id: 'intensity', kind: 'scale', label: 'How strong it was', ...INTENSITY },
				{ id: 'postponed', kind: 'yes-no', label: 'I put it off until my worry time' },
				{ id: 'still', kind: 'yes-no', label: 'When the time came, it still mattered' }
			]
		},
		{
			id: 'learned',
			kind: 'long',
			label: 'What did you learn about your worries?',
			example: 'Of nine worries, seven did not matter any more by six o’clock.'
		}
	]
};
