import { expect, test } from 'vitest';
import { fieldNamed, type Exercise } from '../exercise.ts';
import { EXERCISES, exerciseNamed } from './library.ts';

const every: Exercise[] = EXERCISES.flatMap((exercise) => [exercise, ...(exercise.variants ?? [])]);

test('the six exercises are there, and an unknown one is not', () => {
	expect(EXERCISES.map((exercise) => exercise.id)).toEqual([
		'thought-record',
		'thinking-traps',
		'worry-tree',
		'circle-of-control',
		'box-breathing',
		'check-out-card'
	]);
	expect(exerciseNamed('thought-record-3')?.fields).toHaveLength(3);
	expect(exerciseNamed('toString')).toBeNull();
});

test.each(every)('$title has names that are safe in a document and unique', (exercise) => {
	const names = exercise.fields.flatMap((field) => [
		field.id,
		...('columns' in field ? field.columns.map((column) => `${field.id}/${column.id}`) : []),
		...('options' in field ? field.options.map((option) => `${field.id}/${option.id}`) : []),
		...(field.kind === 'again' ? [`${field.rows}/${field.id}`] : [])
	]);
	expect(new Set(names).size).toBe(names.length);
	for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?$/);
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

test.each(every)('$title speaks plainly to the person and names no illness', (exercise) => {
	const words = JSON.stringify(exercise).toLowerCase();
	expect(words).not.toMatch(/diagnos|disorder|symptom|patient|patholog|dysfunction|cognitive/);
	expect(words).toMatch(/\byou\b/);
	for (const sentence of exercise.intro.split(/[.?!:]\s/))
		expect(sentence.split(' ').length).toBeLessThan(26);
});
