import { counted, itemField, measure, reversed, SELF_HARM } from './measure.ts';

const ANSWERS = counted(['Not at all', 'Only occasionally', 'Sometimes', 'Often', 'Most or all the time']);

/** Numbers as printed: these two are about strengths, and count the other way round. */
const REVERSED = [2, 3];
const RISK = 6;

const items = [
	'I have felt tense, anxious or nervous',
	'I have felt I have someone to turn to for support when needed',
	'I have felt able to cope when things go wrong',
	'Talking to people has felt too much for me',
	'I have felt panic or terror',
	'I made plans to end my life',
	'I have had difficulty getting to sleep or staying asleep',
	'I have felt despairing or hopeless',
	'I have felt unhappy',
	'Unwanted images or memories have been distressing me'
].map((label, index) => {
	const number = index + 1;
	const options = REVERSED.includes(number) ? reversed(ANSWERS) : ANSWERS;
	return itemField({ id: `item-${number}`, label, options, ...(number === RISK ? { risk: SELF_HARM } : {}) });
});

export const core10 = measure({
	id: 'core-10',
	title: 'CORE-10',
	summary: 'How the last week was in general: ten statements.',
	intro:
		'This form has 10 statements about how you have been OVER THE LAST WEEK. Please read each statement and think how often you felt that way last week. Then tick the box which is closest to this.',
	minutes: 3,
	fields: items,
	scoring: {
		credit: 'CORE-10 © CORE System Trust, www.coresystemtrust.org.uk. Reproduced unaltered, not for profit.',
		items: items.map((item) => item.id),
		...{ times: 1, most: 40, higherIsBetter: false },
		bands: [
			{ from: 0, label: 'non-clinical' },
			{ from: 11, label: 'mild' },
			{ from: 15, label: 'moderate' },
			{ from: 20, label: 'moderately severe' },
			{ from: 25, label: 'severe' }
		],
		changeFrom: 6,
		caution:
			'A screening result, no diagnosis. A 0 on the question about ending one’s life never means that there is no risk.',
		nonCommercial: true
	}
});
