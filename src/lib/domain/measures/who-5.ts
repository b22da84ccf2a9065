import { counted, itemField, measure } from './measure.ts';

const ANSWERS = counted([
	'At no time',
	'Some of the time',
	'Less than half of the time',
	'More than half of the time',
	'Most of the time',
	'All of the time'
]);

/** Printed from 'all of the time' down, each with its number: the instruction speaks of them. */
const options = ANSWERS.toReversed().map((option) => ({ ...option, help: `${option.value}` }));

const items = [
	'I have felt cheerful and in good spirits',
	'I have felt calm and relaxed',
	'I have felt active and vigorous',
	'I woke up feeling fresh and rested',
	'My daily life has been filled with things that interest me'
].map((label, index) => itemField({ id: `item-${index + 1}`, label, options }));

export const who5 = measure({
	id: 'who-5',
	title: 'WHO-5',
	summary: 'Well-being over the last two weeks: five statements.',
	intro:
		'Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks. Notice that higher numbers mean better well-being.',
	minutes: 2,
	fields: items,
	scoring: {
		credit:
			'WHO-5 Well-Being Index (1998 version). © Psychiatric Research Unit, WHO Collaborating Centre in Mental Health, Frederiksborg General Hospital, DK-3400 Hillerød.',
		items: items.map((item) => item.id),
		...{ times: 4, most: 100, higherIsBetter: true },
		bands: [
			{ from: 0, label: 'likely depression: 28 or lower' },
			{ from: 29, label: 'low well-being: 50 or lower' },
			{ from: 51, label: 'above the cut-off for low well-being' }
		],
		changeFrom: 10,
		caution: 'A screening result, no diagnosis.',
		nonCommercial: true
	}
});
