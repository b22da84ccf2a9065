import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasWorksheet, type Plan, type WorksheetStep } from '../../src/lib/domain/plan.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import { INTAKE_R4 } from '../../tests/support/fhir-files.ts';
import { openGround, type TestGround } from '../../tests/support/ground.ts';
import { Library } from './library.ts';
import { withDefinitions } from './own-definitions.ts';

let ground: TestGround;
let library: Library;
const dana = { person: newId<'person'>(), staff: true };
const ana = { person: newId<'person'>(), staff: false };

beforeEach(async () => {
	ground = await openGround();
	library = new Library(ground);
});
afterEach(() => ground.close());

const planWith = (exercise: string): Plan => ({
	steps: [{ id: newId(), kind: 'worksheet', exercise } as WorksheetStep],
	keepChat: false
});
const definitionIn = ({ steps }: Plan) => {
	const [step] = steps;
	return step && hasWorksheet(step) ? step.definition : undefined;
};

test('R19 only the practice’s people see, make and take out its exercises', async () => {
	const id = await library.make(dana, 'Small steps');
	for (const attempt of [
		library.all(ana),
		library.get(ana, id),
		library.make(ana, 'Mine'),
		library.copy(ana, 'abc'),
		library.import(ana, JSON.stringify(INTAKE_R4)),
		library.save(ana, id, { version: 1, exercise: {} }),
		library.retire(ana, id),
		library.questionnaire(ana, 'abc')
	])
		await expect(attempt).rejects.toMatchObject({ reason: 'not-allowed' });
});

test('a change is a new version; a step that has begun keeps its own, one to come takes the new one', async () => {
	const id = await library.make(dana, 'Small steps');
	const before = withDefinitions(planWith(id), { own: await library.inUse(), before: null, begun: [] });
	const { exercise } = await library.get(dana, id);
	expect(
		await library.save(dana, id, { version: 1, exercise: { ...exercise, title: 'Smaller steps' } })
	).toEqual({
		version: 2
	});
	const own = await library.inUse();
	const begun = before.steps.map((step) => step.id);
	expect(definitionIn(withDefinitions(before, { own, before, begun }))?.title).toBe('Small steps');
	expect(definitionIn(withDefinitions(before, { own, before, begun: [] }))?.title).toBe('Smaller steps');
	expect((await library.version(id, 1))?.title).toBe('Small steps');
	await expect(library.save(dana, id, { version: 1, exercise })).rejects.toThrow('meanwhile');
});

test('a retired exercise comes into no new plan, and stays where it is', async () => {
	const id = await library.make(dana, 'Small steps');
	const before = withDefinitions(planWith(id), { own: await library.inUse(), before: null, begun: [] });
	await library.retire(dana, id);
	const own = await library.inUse();
	expect(own).toEqual([]);
	expect(() => withDefinitions(planWith(id), { own, before: null, begun: [] })).toThrow('retired');
	expect(definitionIn(withDefinitions(before, { own, before, begun: [] }))?.title).toBe('Small steps');
	await library.bringBack(dana, id);
	expect(await library.inUse()).toHaveLength(1);
});

test('S03 S14 a copy goes on telling what its original tells, stays out of peer groups, and no measure is copied', async () => {
	await expect(library.copy(dana, 'phq-9')).rejects.toThrow('its own words');
	const id = await library.copy(dana, 'skills-diary');
	const { exercise } = await library.get(dana, id);
	const bare = JSON.parse(
		JSON.stringify(exercise, (name, value: unknown) => (name === 'risk' ? undefined : value))
	) as object;
	await library.save(dana, id, { version: 1, exercise: { ...bare, therapyOnly: false } });
	const { exercise: after } = await library.get(dana, id);
	expect(after.therapyOnly).toBe(true);
	expect(JSON.stringify(after)).toContain('"cause":"self-harm"');
});

test('what is wrong with an exercise is said at its place, and nothing is kept of it', async () => {
	const id = await library.make(dana, 'Small steps');
	const { exercise } = await library.get(dana, id);
	const fields = [
		...exercise.fields,
		{ id: 'which', kind: 'choice', label: '', options: [{ id: 'a', label: '' }] }
	];
	const saved = await library.save(dana, id, { version: 1, exercise: { ...exercise, title: ' ', fields } });
	expect(saved).toMatchObject({
		errors: {
			title: 'Please give it a title.',
			'fields.1.label': 'Please write what is asked.',
			'fields.1.options.0.label': 'Please write this answer, or take it away.'
		}
	});
	expect((await library.get(dana, id)).exercise.version).toBe(1);
});

test('a file taken in and changed goes out with what it brought', async () => {
	const { id, remarks } = await library.import(dana, JSON.stringify(INTAKE_R4));
	expect(remarks).not.toEqual([]);
	expect(await library.questionnaire(dana, id)).toEqual(INTAKE_R4);
	const { source: _source, ...exercise } = (await library.get(dana, id)).exercise;
	await library.save(dana, id, { version: 1, exercise: { ...exercise, title: 'Ours' } });
	const out = await library.questionnaire(dana, id);
	expect(out).toMatchObject({ title: 'Ours', publisher: 'Somebody', id: 'keep-me' });
	// Members' browsers get the questions, never the file.
	expect((await library.inUse())[0]).not.toHaveProperty('source');
});
