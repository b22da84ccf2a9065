import type { Column, Exercise, RiskRule } from '../exercise.ts';
import { FIVE } from './scales.ts';

const URGE: RiskRule = { cause: 'self-harm', when: 'at-least', value: 3, quiet: false };
const ACTED: RiskRule = { cause: 'self-harm', when: 'at-least', value: 1, quiet: false };

const EMOTIONS: readonly Column[] = (['Anger', 'Fear', 'Joy', 'Sadness', 'Shame', 'Misery'] as const).map(
	(name) => ({
		id: name.toLowerCase(),
		kind: 'scale',
		label: name,
		...FIVE
	})
);

export const skillsDiary: Exercise = {
	id: 'skills-diary',
	title: 'Skills diary card',
	summary: 'A row a day: feelings, urges, and which skills helped.',
	intro:
		'One row a day, a few minutes in the evening. Leave gaps where you have no answer. It is a record, not a test.',
	minutes: 5,
	sharing: 'private',
	therapyOnly: true,
	fields: [
		{
			id: 'days',
			kind: 'rows',
			label: 'How were your days?',
			item: 'day',
			mostRows: 14,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				...EMOTIONS,
				{ id: 'urge', kind: 'scale', label: 'Strongest urge to hurt yourself', risk: URGE, ...FIVE },
				{ id: 'acted', kind: 'yes-no', label: 'I acted on it', risk: ACTED },
				{ id: 'note', kind: 'text', label: 'A note' }
			]
		},
		{
			id: 'urges',
			kind: 'rows',
			label: 'Other urges',
			help: 'Such as to drink, to shout, to hide, to spend.',
			item: 'urge',
			mostRows: 30,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				{ id: 'target', kind: 'text', label: 'What you wanted to do' },
				{ id: 'strength', kind: 'scale', label: 'How strong it was', ...FIVE },
				{ id: 'acted', kind: 'yes-no', label: 'I did it' }
			]
		},
		{
			id: 'substances',
			kind: 'long',
			label: 'Alcohol, medicine not as prescribed, other drugs: what and when?'
		},
		{
			id: 'skills',
			kind: 'rows',
			label: 'Skills you used',
			example: 'Cold water on the wrists. Helped 3.',
			item: 'skill',
			mostRows: 30,
			columns: [
				{ id: 'day', kind: 'date', label: 'Day' },
				{ id: 'skill', kind: 'text', label: 'Which skill' },
				{ id: 'helped', kind: 'scale', label: 'How much it helped', ...FIVE, mostWord: 'a lot' }
			]
		}
	]
};
