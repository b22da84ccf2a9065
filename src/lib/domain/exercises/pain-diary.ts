import type { Exercise, Scale } from '../exercise.ts';
import { MOOD } from './scales.ts';

const PAIN: Scale = { least: 0, most: 10, step: 1, leastWord: 'no pain', mostWord: 'the worst pain' };
const IN_THE_WAY: Scale = {
	least: 0,
	most: 10,
	step: 1,
	leastWord: 'not in the way',
	mostWord: 'stops everything'
};

export const painDiary: Exercise = {
	id: 'pain-diary',
	title: 'Pain and pacing diary',
	summary: 'Note pain, activity and rest, to find a pace between too much and too little.',
	intro:
		'A few lines a day, at different hours. You are looking for patterns: what comes before a bad stretch, and what helps.',
	minutes: 5,
	sharing: 'private',
	fields: [
		{
			id: 'entries',
			kind: 'rows',
			label: 'Entries',
			help: 'At set times, on good days too. A word for each is enough.',
			example: 'Monday 15:00. Pain 6 after an hour of ironing without a break. Rested 20 minutes.',
			item: 'entry',
			mostRows: 40,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				{ id: 'time', kind: 'time', label: 'Time' },
				{ id: 'pain', kind: 'scale', label: 'Pain', ...PAIN },
				{ id: 'interference', kind: 'scale', label: 'How much it was in the way', ...IN_THE_WAY },
				{ id: 'activity', kind: 'text', label: 'What you were doing' },
				{ id: 'rest', kind: 'text', label: 'Rest, and how long' },
				{ id: 'thought', kind: 'text', label: 'What went through your mind' },
				{ id: 'mood', kind: 'scale', label: 'Mood', ...MOOD }
			]
		},
		{
			id: 'pattern',
			kind: 'long',
			label: 'What pattern do you see?',
			example: 'On good days I do too much, and the two days after are bad. Stopping after 20 minutes helps.'
		}
	]
};
