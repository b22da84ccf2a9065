import type { Exercise, Field, Scale } from '../exercise.ts';

const AGREES: Scale = { least: 0, most: 10, step: 1, leastWord: 'not at all', mostWord: 'completely' };

const asked: readonly [id: string, label: string, more?: Pick<Field, 'help' | 'example'>][] = [
	[
		'by-group',
		'I felt understood by the group.',
		{ help: 'By feel, and 5 is in the middle. Low numbers help as much as high ones.' }
	],
	['by-facilitator', 'I felt understood by the facilitator.'],
	['what-matters', 'We worked on what matters to me.'],
	[
		'pace',
		'The pace and the way of working suited me.',
		{ example: 'A 6: good, but the last part went too fast for me.' }
	],
	['felt-safe', 'I felt safe.']
];

const fields: Field[] = asked.map(([id, label, more = {}]) => ({
	...{ id, kind: 'scale', label, ...more, ...AGREES },
	...(id === 'felt-safe'
		? { risk: { cause: 'felt-unsafe', when: 'at-most', value: 3, quiet: false } as const }
		: {})
}));

/** Our own five questions. They have not been tested as a measure, and the sheet says so. */
export const sessionPulse: Exercise = {
	id: 'session-pulse',
	title: 'Session pulse (not validated)',
	summary: 'Five quick ratings of how the session was. Our own questions, not a tested measure.',
	intro:
		'How was today for you? Five short ratings. These are our own questions, not validated: they help to talk, not to measure.',
	minutes: 2,
	sharing: 'private',
	therapyOnly: true,
	restricted: 'own',
	fields
};
