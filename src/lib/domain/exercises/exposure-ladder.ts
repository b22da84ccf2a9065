import type { Exercise } from '../exercise.ts';
import { DISTRESS } from './scales.ts';

export const exposureLadder: Exercise = {
	id: 'exposure-ladder',
	title: 'Ladder of brave steps',
	summary: 'List what you avoid, from the easiest to the hardest, to climb it rung by rung.',
	intro:
		'What we avoid grows bigger. Make a ladder of small steps towards one thing that you would like to do again. Nobody has to climb it today.',
	minutes: 15,
	sharing: 'reveal',
	fields: [
		{
			id: 'theme',
			kind: 'text',
			label: 'What would you like to be able to do again?',
			example: 'Travel by train on my own.'
		},
		{
			id: 'rungs',
			kind: 'rows',
			label: 'The rungs',
			help: 'Between five and ten steps, some of them easy. High numbers are fine here: they are guesses.',
			example: 'Stand on the platform for five minutes: 35. Ride two stops at noon: 60.',
			item: 'rung',
			mostRows: 15,
			sortedBy: 'distress',
			columns: [
				{ id: 'situation', kind: 'text', label: 'What you would do' },
				{ id: 'distress', kind: 'scale', label: 'How upset or afraid you would be', ...DISTRESS },
				{ id: 'avoided', kind: 'yes-no', label: 'I avoid this now' }
			]
		},
		{ id: 'first', kind: 'text', label: 'With which rung will you start?' }
	]
};
