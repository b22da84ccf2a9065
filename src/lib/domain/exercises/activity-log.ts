import type { Exercise } from '../exercise.ts';
import { MOOD, PLEASURE } from './scales.ts';

export const activityLog: Exercise = {
	id: 'activity-log',
	title: 'Activity and mood log',
	summary: 'Note what you do and how it feels, to see what lifts you and what drains you.',
	intro:
		'For a few days, note what you were doing and how you felt. Do not change anything yet. You are only looking.',
	minutes: 10,
	sharing: 'private',
	fields: [
		{
			id: 'log',
			kind: 'rows',
			label: 'What were you doing?',
			help: 'A few words an hour are enough. Doing nothing counts as well.',
			example: 'Tuesday 17:30, cooking with the radio on. Mood 6.',
			item: 'entry',
			mostRows: 40,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				{ id: 'time', kind: 'time', label: 'Time' },
				{ id: 'activity', kind: 'text', label: 'What you were doing' },
				{ id: 'mood', kind: 'scale', label: 'Mood', ...MOOD },
				{ id: 'mastery', kind: 'scale', label: 'Sense of having done something', ...PLEASURE },
				{ id: 'pleasure', kind: 'scale', label: 'How much you enjoyed it', ...PLEASURE }
			]
		},
		{
			id: 'noticed',
			kind: 'long',
			label: 'What do you notice when you look back over it?',
			example: 'My mood is lowest after lunch on the sofa, and better whenever I have been outside.'
		}
	]
};
