import type { Exercise } from '../exercise.ts';
import { MOOD, PLEASURE } from './scales.ts';

export const activityPlan: Exercise = {
	id: 'activity-plan',
	title: 'Small steps plan',
	summary: 'Plan a few small things for the week, guess how they will feel, and see how they did.',
	intro:
		'When things are hard, we wait to feel better before we do things. It often works the other way round. Plan a few, keep them small, and note how it went.',
	minutes: 20,
	sharing: 'reveal',
	fields: [
		{
			id: 'activities',
			kind: 'rows',
			label: 'What will you do this week?',
			help: 'Three to five is plenty. You can fill in the second half after you have done it.',
			example: 'Wednesday morning: water the balcony plants. I guess my mood will be 3; it was 5.',
			item: 'activity',
			mostRows: 14,
			compares: { name: 'activity', before: 'predicted', after: 'actual', words: ['expected', 'in the end'] },
			columns: [
				{ id: 'activity', kind: 'text', label: 'What' },
				{ id: 'day', kind: 'date', label: 'Which day' },
				{
					id: 'part',
					kind: 'choice',
					label: 'When in the day',
					options: [
						{ id: 'morning', label: 'Morning' },
						{ id: 'afternoon', label: 'Afternoon' },
						{ id: 'evening', label: 'Evening' }
					]
				},
				{
					id: 'kind',
					kind: 'choice',
					label: 'What is it for?',
					options: [
						{ id: 'mastery', label: 'To get something done' },
						{ id: 'pleasure', label: 'To enjoy it' },
						{ id: 'connection', label: 'To be with someone' },
						{ id: 'values', label: 'Because it matters to me' }
					]
				},
				{
					id: 'difficulty',
					kind: 'scale',
					label: 'How hard is it to start?',
					...{ least: 1, most: 10, step: 1, leastWord: 'easy', mostWord: 'very hard' }
				},
				{ id: 'predicted', kind: 'scale', label: 'Mood you expect while doing it', ...MOOD },
				{ id: 'done', kind: 'yes-no', label: 'Done' },
				{ id: 'actual', kind: 'scale', label: 'Mood it was in the end', ...MOOD },
				{ id: 'mastery', kind: 'scale', label: 'Sense of having done something', ...PLEASURE },
				{ id: 'pleasure', kind: 'scale', label: 'How much you enjoyed it', ...PLEASURE },
				{ id: 'note', kind: 'text', label: 'A note' }
			]
		}
	]
};
