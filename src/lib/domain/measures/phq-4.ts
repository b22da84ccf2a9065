import { itemField, measure } from './measure.ts';
import { PHQ_ANSWERS, PHQ_CREDIT, PHQ_STEM } from './phq-answers.ts';

const ITEMS: readonly [code: string, label: string][] = [
	['69725-0', 'Feeling nervous, anxious or on edge'],
	['68509-9', 'Not being able to stop or control worrying'],
	['44250-9', 'Little interest or pleasure in doing things'],
	['44255-8', 'Feeling down, depressed, or hopeless']
];

const items = ITEMS.map(([code, label], index) =>
	itemField({ id: `item-${index + 1}`, label, code, options: PHQ_ANSWERS })
);

/** Either half from here on is positive. */
const HALF_POSITIVE = 3;

export const phq4 = measure({
	id: 'phq-4',
	title: 'PHQ-4',
	summary: 'Anxiety and depression over the last two weeks, very briefly: four questions.',
	intro: PHQ_STEM,
	minutes: 2,
	fields: items,
	scoring: {
		credit: PHQ_CREDIT,
		items: items.map((item) => item.id),
		...{ times: 1, most: 12, higherIsBetter: false },
		bands: [
			{ from: 0, label: 'none to minimal' },
			{ from: 3, label: 'mild' },
			{ from: 6, label: 'moderate' },
			{ from: 9, label: 'severe' }
		],
		parts: [
			{ label: 'Anxiety (first two questions)', items: ['item-1', 'item-2'], positiveFrom: HALF_POSITIVE },
			{ label: 'Depression (last two questions)', items: ['item-3', 'item-4'], positiveFrom: HALF_POSITIVE }
		],
		caution: 'A screening result, no diagnosis.'
	}
});
