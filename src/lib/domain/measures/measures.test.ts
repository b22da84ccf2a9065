import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { plainAnswers } from '../answer-places.ts';
import type { Exercise } from '../exercise.ts';
import { bandOf, isFlagged, riskItemsOf, scoreOf } from '../measure-score.ts';
import type { Scoring } from '../scoring.ts';
import { scoreInWords, movedInWords } from '../score-words.ts';
import { risksIn } from '../worksheet-risks.ts';
import { core10 } from './core-10.ts';
import { gad7 } from './gad-7.ts';
import { MEASURES } from './measures.ts';
import { pcl5 } from './pcl-5.ts';
import { phq4 } from './phq-4.ts';
import { phq9 } from './phq-9.ts';
import { who5 } from './who-5.ts';

const phq8 = phq9.variants![0]!;
const scoringOf = (measure: Exercise) => measure.scoring!;

/** A sheet on which each item has the answer that counts so much; null leaves it out. */
function answered(measure: Exercise, values: readonly (number | null)[]): Y.Doc {
	const doc = new Y.Doc();
	scoringOf(measure).items.forEach((item, index) => {
		const field = measure.fields.find((one) => one.id === item);
		const value = values[index] ?? null;
		if (field?.kind !== 'choice') throw new Error(`${item} is no choice.`);
		const option = field.options.find((one) => one.value === value);
		if (value !== null && !option) throw new Error(`${item} has no answer that counts ${value}.`);
		if (option) plainAnswers(doc).set(item, option.id);
	});
	return doc;
}

/** Answers that add up to `sum`, as high as possible first. */
function addingUpTo(measure: Exercise, sum: number): number[] {
	const { items, most, times } = scoringOf(measure);
	const highest = most / times / items.length;
	return items.map((_, index) => Math.max(0, Math.min(highest, sum - index * highest)));
}

/** Each total at an edge, with its band. */
const EDGES: [Exercise, [total: number, band: string][]][] = [
	[
		phq9,
		[
			[0, 'minimal'],
			[4, 'minimal'],
			[5, 'mild'],
			[9, 'mild'],
			[10, 'moderate'],
			[14, 'moderate'],
			[15, 'moderately severe'],
			[19, 'moderately severe'],
			[20, 'severe'],
			[27, 'severe']
		]
	],
	[
		phq8,
		[
			[0, 'minimal'],
			[4, 'minimal'],
			[5, 'mild'],
			[9, 'mild'],
			[10, 'moderate'],
			[14, 'moderate'],
			[15, 'moderately severe'],
			[19, 'moderately severe'],
			[20, 'severe'],
			[24, 'severe']
		]
	],
	[
		gad7,
		[
			[0, 'minimal'],
			[4, 'minimal'],
			[5, 'mild'],
			[9, 'mild'],
			[10, 'moderate'],
			[14, 'moderate'],
			[15, 'severe'],
			[21, 'severe']
		]
	],
	[
		phq4,
		[
			[0, 'none to minimal'],
			[2, 'none to minimal'],
			[3, 'mild'],
			[5, 'mild'],
			[6, 'moderate'],
			[8, 'moderate'],
			[9, 'severe'],
			[12, 'severe']
		]
	],
	[
		who5,
		[
			[0, 'likely depression: 28 or lower'],
			[28, 'likely depression: 28 or lower'],
			[32, 'low well-being: 50 or lower'],
			[48, 'low well-being: 50 or lower'],
			[52, 'above the cut-off for low well-being'],
			[100, 'above the cut-off for low well-being']
		]
	],
	[
		pcl5,
		[
			[0, 'below the provisional cut-off of 31 to 33'],
			[30, 'below the provisional cut-off of 31 to 33'],
			[31, 'within the provisional cut-off of 31 to 33'],
			[33, 'within the provisional cut-off of 31 to 33'],
			[34, 'above the provisional cut-off of 31 to 33'],
			[80, 'above the provisional cut-off of 31 to 33']
		]
	],
	[
		core10,
		[
			[0, 'non-clinical'],
			[10, 'non-clinical'],
			[11, 'mild'],
			[14, 'mild'],
			[15, 'moderate'],
			[19, 'moderate'],
			[20, 'moderately severe'],
			[24, 'moderately severe'],
			[25, 'severe'],
			[40, 'severe']
		]
	]
];

/** The first and the last total that can be reached in each band. */
function edgesOf({ bands, most, times }: Scoring): number[] {
	const totals = Array.from({ length: most / times + 1 }, (_, sum) => sum * times);
	return bands.flatMap(({ from }, index) => {
		const next = bands[index + 1]?.from ?? Infinity;
		const within = totals.filter((total) => total >= from && total < next);
		return [within[0]!, within.at(-1)!];
	});
}

const scored = MEASURES.flatMap((measure) => [measure, ...(measure.variants ?? [])]).filter(
	({ scoring }) => scoring
);

test.each(scored)('every edge of every band of $title is among those that are tried', (measure) => {
	const tried = EDGES.find(([one]) => one.id === measure.id)?.[1].map(([total]) => total);
	expect(tried).toEqual([...new Set(edgesOf(scoringOf(measure)))]);
});

for (const [measure, edges] of EDGES) {
	test.each(edges)(`a total of %i of ${measure.title} is: %s`, (total, band) => {
		const doc = answered(measure, addingUpTo(measure, total / scoringOf(measure).times));
		expect(scoreOf(doc, measure)).toMatchObject({ total, band, missing: 0 });
	});
}

test('WHO-5 is asked in its whole published instruction, and each answer shows the number that it speaks of', () => {
	expect(who5.intro).toBe(
		'Please indicate for each of the five statements which is closest to how you have been feeling over the last two weeks. Notice that higher numbers mean better well-being.'
	);
	for (const field of who5.fields)
		expect(field.kind === 'choice' && field.options.map(({ value, help }) => [value, help])).toEqual(
			[5, 4, 3, 2, 1, 0].map((value) => [value, `${value}`])
		);
});

test('WHO-5 is low up to 50 and not above, between the totals that can be reached too', () => {
	expect(bandOf(scoringOf(who5), 50)).toContain('low');
	expect(bandOf(scoringOf(who5), 51)).toContain('above');
});

test.each(EDGES.map(([measure]) => measure))(
	'one question of $title left out leaves it without a total and without a band',
	(measure) => {
		const values: (number | null)[] = addingUpTo(measure, 8);
		values[1] = null;
		const score = scoreOf(answered(measure, values), measure);
		expect(score).toMatchObject({ total: null, band: null, missing: 1 });
		expect(scoreInWords(score!, 'facilitator')[0]).toBe(
			'Incomplete: One question was left out, so there is no total.'
		);
	}
);

test('CORE-10 counts its second and third statement the other way round, and no other', () => {
	const values = core10.fields.map((field) =>
		field.kind === 'choice' ? field.options.map((option) => option.value) : []
	);
	expect(values[1]).toEqual([4, 3, 2, 1, 0]);
	expect(values[2]).toEqual([4, 3, 2, 1, 0]);
	for (const index of [0, 3, 4, 5, 6, 7, 8, 9]) expect(values[index]).toEqual([0, 1, 2, 3, 4]);
	const doc = new Y.Doc();
	for (const field of core10.fields) plainAnswers(doc).set(field.id, '0');
	expect(scoreOf(doc, core10)?.total).toBe(8);
});

test('the difficulty question of PHQ-9 counts nothing, and the total is complete without it', () => {
	const doc = answered(phq9, addingUpTo(phq9, 3));
	plainAnswers(doc).set('difficulty', 'extremely');
	expect(scoreOf(doc, phq9)?.total).toBe(3);
});

test('each half of PHQ-4 is positive from 3', () => {
	const parts = (values: number[]) => scoreOf(answered(phq4, values), phq4)?.parts;
	expect(parts([1, 1, 3, 0])).toMatchObject([
		{ total: 2, positive: false },
		{ total: 3, positive: true }
	]);
	expect(parts([2, 1, 1, 1])).toMatchObject([
		{ total: 3, positive: true },
		{ total: 2, positive: false }
	]);
	expect(parts([3, 3, 0, 0])).toMatchObject([
		{ total: 6, positive: true },
		{ total: 0, positive: false }
	]);
	expect(parts([0, 0, 3, 3])).toMatchObject([
		{ total: 0, positive: false },
		{ total: 6, positive: true }
	]);
});

test.each([
	[phq9, 'item-9'],
	[core10, 'item-6']
] as const)(
	'S03 the question about harming oneself in $title flags above 0, at any total',
	(measure, item) => {
		const index = scoringOf(measure).items.indexOf(item);
		for (const value of [1, 2, 3]) {
			const values = scoringOf(measure).items.map((_, at) => (at === index ? value : 0));
			expect(risksIn(answered(measure, values), measure, 'folder')).toMatchObject([
				{ cause: 'self-harm', quiet: false }
			]);
		}
		const zero = scoringOf(measure).items.map(() => 0);
		expect(risksIn(answered(measure, zero), measure, 'folder')).toEqual([]);
		const highest = addingUpTo(measure, 100).map((value, at) => (at === index ? 0 : value));
		expect(risksIn(answered(measure, highest), measure, 'folder')).toEqual([]);
	}
);

test('a skipped risk question reads “not answered”, and no words ever say that there is no risk', () => {
	const values: (number | null)[] = addingUpTo(phq9, 6);
	values[8] = null;
	const words = scoreInWords(scoreOf(answered(phq9, values), phq9)!, 'facilitator').join(' ');
	expect(words).toContain('not answered');
	const zero = scoreInWords(
		scoreOf(
			answered(
				phq9,
				values.map(() => 0)
			),
			phq9
		)!,
		'facilitator'
	).join(' ');
	expect(zero).toContain('never means that there is no risk');
	expect(zero).not.toMatch(/not at risk|no risk:|risk: no/i);
});

test('PHQ-9 and CORE-10 are flagged; PHQ-8, chosen on purpose, asks nothing about risk and says so', () => {
	expect(MEASURES.filter(isFlagged).map((measure) => measure.id)).toEqual(['phq-9', 'core-10']);
	expect(riskItemsOf(phq8)).toEqual([]);
	expect(scoringOf(phq8).caution).toContain('does not ask about harming oneself');
});

test('a member reads the number and no band; a facilitator reads both', () => {
	const score = scoreOf(answered(phq9, addingUpTo(phq9, 16)), phq9)!;
	expect(scoreInWords(score, 'author').join(' ')).not.toContain('severe');
	expect(scoreInWords(score, 'author')[0]).toBe('Your total is 16 of 27. Lower is better.');
	expect(scoreInWords(score, 'facilitator')[0]).toBe('Total 16 of 27: moderately severe. Lower is better.');
});

test('a change is set against what chance alone would do, where that is known', () => {
	expect(movedInWords(20, { total: 14, changeFrom: 6 })).toBe(
		'6 lower than last time, a change beyond chance.'
	);
	expect(movedInWords(20, { total: 15, changeFrom: 6 })).toBe('5 lower than last time, which may be chance.');
	expect(movedInWords(40, { total: 52, changeFrom: null })).toBe('12 higher than last time.');
	expect(movedInWords(null, { total: 3, changeFrom: 6 })).toBeNull();
});

test('every measure shows its credit and names its terms; WHO-5 and CORE-10 wait for the practice’s word', () => {
	const listed = MEASURES.filter((measure) => measure.scoring);
	expect(listed.every((measure) => scoringOf(measure).credit.length > 40)).toBe(true);
	expect(listed.filter((measure) => scoringOf(measure).nonCommercial).map((one) => one.id)).toEqual([
		'who-5',
		'core-10'
	]);
	expect(MEASURES.find((measure) => measure.id === 'session-pulse')?.title).toContain('not validated');
});

test('the LOINC codes of PHQ-9 and GAD-7 stand in the published order', () => {
	const codes = (measure: Exercise) => measure.fields.flatMap((field) => field.code ?? []);
	expect(codes(phq9)).toEqual(
		'44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' ')
	);
	expect(codes(gad7)).toEqual('69725-0 68509-9 69733-4 69734-2 69735-9 69689-8 69736-7'.split(' '));
	expect(scoringOf(phq9).codes).toEqual({ panel: '44249-1', total: '44261-6' });
	expect(scoringOf(gad7).codes).toEqual({ panel: '69737-5', total: '70274-6' });
});
