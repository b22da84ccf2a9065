import type { Exercise } from '../exercise.ts';

export const sleepDiary: Exercise = {
	id: 'sleep-diary',
	title: 'Sleep diary',
	summary: 'A row a night: when you went to bed, slept, woke and got up, and how much of it was sleep.',
	intro: 'Fill it in after getting up, by feel. Please do not look at the clock at night for it.',
	minutes: 3,
	sharing: 'private',
	fields: [
		{
			id: 'nights',
			kind: 'rows',
			label: 'Your nights',
			example: 'To bed 22:45, light out 23:00, asleep 23:30, awake 20 minutes, woke 6:15, up 6:30.',
			item: 'night',
			mostRows: 31,
			columns: [
				{ id: 'day', kind: 'date', label: 'Morning of' },
				{ id: 'to-bed', kind: 'time', label: 'Went to bed' },
				{ id: 'lights-out', kind: 'time', label: 'Light out' },
				{ id: 'asleep', kind: 'time', label: 'Fell asleep, about' },
				{ id: 'wakings', kind: 'number', label: 'How often you woke', least: 0, most: 50, unit: 'times' },
				{
					id: 'awake-minutes',
					kind: 'number',
					label: 'How long you were awake in all',
					...{ least: 0, most: 720, unit: 'minutes' }
				},
				{ id: 'woke', kind: 'time', label: 'Woke for good' },
				{ id: 'got-up', kind: 'time', label: 'Got up' },
				{
					id: 'efficiency',
					kind: 'computed',
					label: 'Share of the time in bed that you slept',
					how: 'sleep-efficiency'
				}
			]
		},
		{
			id: 'note',
			kind: 'long',
			label: 'Anything that had a hand in it?',
			help: 'Naps, coffee, noise, worries.'
		}
	]
};
