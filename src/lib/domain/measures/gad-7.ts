import { itemField, measure } from './measure.ts';
import { PHQ_ANSWERS, PHQ_CREDIT, PHQ_STEM } from './phq-answers.ts';

const ITEMS: readonly [code: string, label: string][] = [
	['69725-0', 'Feeling nervous, anxious or on edge'],
	['68509-9', 'Not being able to stop or control worrying'],
	['69733-4', 'Worrying too much about different things'],
	['69734-2', 'Trouble relaxing'],
	['69735-9', 'Being so restless that it is hard to sit still'],
	['69689-8', 'Becoming easily annoyed or irritable'],
	['69736-7', 'Feeling afraid as if something awful might happen']
];

const items = ITEMS.map(([code, label], index) =>
	itemField({ id: `item-${index + 1}`, label, code, options: PHQ_ANSWERS })
);

export const gad7 = measure({
	id: 'gad-7',
	title: 'GAD-7',
	summary: 'Anxiety over the last two weeks: seven questions.',
	intro: PHQ_STEM,
	minutes: 3,
	fields: items,
	scoring: {
		credit: PHQ_CREDIT,
		items: items.map((item) => item.id),
		...{ times: 1, most: 21, higherIsBetter: false },
		bands: [
			{ from: 0, label: 'minimal' },
			{ from: 5, label: 'mild' },
			{ from: 10, label: 'moderate' },
			{ from: 15, label: 'severe' }
		],
		caution: 'A screening result, no diagnosis.',
		codes: { panel: '69737-5', total: '70274-6' }
	}
});
