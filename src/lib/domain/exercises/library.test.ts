import { expect, test } from 'vitest';
import { fieldNamed, type Exercise } from '../exercise.ts';
import { MEASURES } from '../measures/measures.ts';
import { EXERCISES, exerciseNamed } from './library.ts';

const withVariants = (exercises: readonly Exercise[]) =>
	exercises.flatMap((exercise) => [exercise, ...(exercise.variants ?? [])]);
const own: Exercise[] = withVariants(EXERCISES);
const every: Exercise[] = [...own, ...withVariants(MEASURES)];

/** The catalogue's exercises, by the names they are kept under. */
const CATALOGUE = [
	...['thought-record', 'abc', 'five-areas', 'thinking-traps', 'activity-plan', 'activity-log', 'worry-tree'],
	...['worry-time', 'problem-solving', 'exposure-ladder', 'exposure-record', 'behavioural-experiment'],
	...['core-belief', 'downward-arrow', 'values-compass', 'between-sessions', 'goals', 'skills-diary'],
	...['chain-analysis', 'pause-skill', 'grounding', 'box-breathing', 'body-scan', 'coping-plan'],
	...['three-good-things', 'relapse-map', 'urge-surfing', 'decisional-balance', 'pain-diary', 'meal-log'],
	...[
		'sleep-diary',
		'anger-log',
		'assertive-message',
		'kind-letter',
		'circle-of-control',
		'group-agreements'
	],
	'check-out-card'
];

test('every exercise of the catalogue is there once, and an unknown one is not', () => {
	expect(EXERCISES.map((exercise) => exercise.id).sort()).toEqual([...CATALOGUE].sort());
	expect(new Set(every.map((exercise) => exercise.id)).size).toBe(every.length);
	expect(exerciseNamed('thought-record-3')?.fields).toHaveLength(3);
	expect(exerciseNamed('toString')).toBeNull();
});

test('S14 what a peer group is not offered is marked so', () => {
	const therapyOnly = every.filter((exercise) => exercise.therapyOnly).map((exercise) => exercise.id);
	expect(therapyOnly).toEqual(
		expect.arrayContaining(['chain-analysis', 'coping-plan', 'meal-log', 'skills-diary', 'phq-9', 'core-10'])
	);
	expect(withVariants(MEASURES).every((measure) => measure.therapyOnly)).toBe(true);
});

test.each(every)('$title has names that are safe in a document and unique', (exercise) => {
	const names = exercise.fields.flatMap((field) => [
		field.id,
		...('columns' in field ? field.columns.map((column) => `${field.id}/${column.id}`) : []),
		...('columns' in field
			? field.columns.flatMap((column) =>
					'options' in column ? column.options.map((option) => `${field.id}/${column.id}/${option.id}`) : []
				)
			: []),
		...('options' in field ? field.options.map((option) => `${field.id}/${option.id}`) : []),
		...(field.kind === 'again' ? [`${field.rows}/${field.id}`] : [])
	]);
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*){0,2}$/);
	expect(exerciseNamed(exercise.id)).toBe(exercise);
});

test.each(every)('$title asks only about what stands earlier on its sheet', (exercise) => {
	exercise.fields.forEach((field, index) => {
		const earlier = exercise.fields.slice(0, index).map((one) => one.id);
		for (const condition of field.when ?? []) expect(earlier).toContain(condition.field);
		if (field.kind === 'scale' && field.ratesAgain) expect(earlier).toContain(field.ratesAgain);
		if (field.kind === 'again') {
			const rows = fieldNamed(exercise, field.rows);
			expect(earlier).toContain(field.rows);
			expect(rows?.kind === 'rows' && rows.columns.map((column) => column.id)).toEqual(
				expect.arrayContaining([field.name, field.column])
			);
		}
	});
});

/** Verbatim measures have neither: their words are their publisher's. */
const inOurWords = every.filter(({ scoring }) => !scoring);

test.each(inOurWords)(
	'$title helps with at least one of its questions, and shows an example',
	({ fields }) => {
		expect(fields.some(({ help }) => (help ?? '').length > 10)).toBe(true);
		expect(fields.some(({ example }) => (example ?? '').length > 10)).toBe(true);
	}
);

test.each(own)('$title speaks plainly to the person and names no illness', (exercise) => {
	const words = JSON.stringify(exercise).toLowerCase();
	expect(words).not.toMatch(/diagnos|disorder|symptom|patient|patholog|dysfunction|cognitive/);
	expect(words).toMatch(/\byou\b/);
	for (const sentence of exercise.intro.split(/[.?!:]\s/))
		expect(sentence.split(' ').length).toBeLessThan(26);
});
