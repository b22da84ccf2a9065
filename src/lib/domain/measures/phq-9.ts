import { shortened, type Exercise, type Field } from '../exercise.ts';
import type { Scoring } from '../scoring.ts';
import { itemField, measure, SELF_HARM } from './measure.ts';
import { PHQ_ANSWERS, PHQ_CREDIT, PHQ_STEM } from './phq-answers.ts';

const ITEMS: readonly [code: string, label: string][] = [
	['44250-9', 'Little interest or pleasure in doing things'],
	['44255-8', 'Feeling down, depressed, or hopeless'],
	['44259-0', 'Trouble falling or staying asleep, or sleeping too much'],
	['44254-1', 'Feeling tired or having little energy'],
	['44251-7', 'Poor appetite or overeating'],
	[
		'44258-2',
		'Feeling bad about yourself — or that you are a failure or have let yourself or your family down'
	],
	['44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'],
	[
		'44253-3',
		'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual'
	],
	['44260-8', 'Thoughts that you would be better off dead or of hurting yourself in some way']
];

const RISK_ITEM = 'item-9';

const items: Field[] = ITEMS.map(([code, label], index) => {
	const id = `item-${index + 1}`;
	const risk = id === RISK_ITEM ? { risk: SELF_HARM } : {};
	return itemField({ id, label, code, options: PHQ_ANSWERS, ...risk });
});

const difficulty: Field = {
	id: 'difficulty',
	kind: 'choice',
	label:
		'If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?',
	options: [
		{ id: 'not', label: 'Not difficult at all' },
		{ id: 'somewhat', label: 'Somewhat difficult' },
		{ id: 'very', label: 'Very difficult' },
		{ id: 'extremely', label: 'Extremely difficult' }
	]
};

const scoring: Scoring = {
	credit: PHQ_CREDIT,
	items: items.map((item) => item.id),
	...{ times: 1, most: 27, higherIsBetter: false },
	bands: [
		{ from: 0, label: 'minimal' },
		{ from: 5, label: 'mild' },
		{ from: 10, label: 'moderate' },
		{ from: 15, label: 'moderately severe' },
		{ from: 20, label: 'severe' }
	],
	caution:
		'A screening result, no diagnosis. A low total or a 0 on the last question never means that there is no risk.',
	codes: { panel: '44249-1', total: '44261-6' }
};

const nine = measure({
	id: 'phq-9',
	title: 'PHQ-9',
	summary: 'Depression over the last two weeks: nine questions and one on how hard they make things.',
	intro: PHQ_STEM,
	minutes: 4,
	fields: [...items, difficulty],
	scoring
});

const { codes: _codes, ...withoutCodes } = scoring;

/** Without the last question: only ever by the facilitator's own choice. */
const eight: Exercise = {
	...shortened(nine, {
		id: 'phq-8',
		title: 'PHQ-8',
		summary:
			'As PHQ-9 without the question about harming oneself. Chosen on purpose: it tells nothing about risk.',
		minutes: 4,
		fields: [...items.map((item) => item.id).filter((id) => id !== RISK_ITEM), difficulty.id]
	}),
	scoring: {
		...withoutCodes,
		items: scoring.items.filter((id) => id !== RISK_ITEM),
		most: 24,
		caution: 'A screening result, no diagnosis. It does not ask about harming oneself.'
	}
};

export const phq9: Exercise = { ...nine, variants: [eight] };
