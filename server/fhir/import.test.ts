import { expect, test } from 'vitest';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { EXERCISES } from '../../src/lib/domain/exercises/library.ts';
import { MEASURES } from '../../src/lib/domain/measures/measures.ts';
import { phq9 } from '../../src/lib/domain/measures/phq-9.ts';
import { faults } from '../../tests/support/fhir-schema.ts';
import { INTAKE_R4, INTAKE_R5 } from '../../tests/support/fhir-files.ts';
import { questionnaireOf } from './questionnaire.ts';
import { readFile } from './read-file.ts';
import { readQuestionnaire } from './read-questionnaire.ts';
import type { JsonObject } from './json-lines.ts';
import { writeQuestionnaire } from './write-questionnaire.ts';

const every = [...EXERCISES, ...MEASURES].flatMap((one) => [one, ...(one.variants ?? [])]);
const anew = (value: object) => JSON.parse(JSON.stringify(value)) as JsonObject;
const read = (file: object, id = 'own') => readFile(JSON.stringify(file, null, 2), id);
const editing = (exercise: Exercise, change: (draft: Exercise) => Exercise) =>
	change(structuredClone(exercise));

test.each(every)('$title comes back from FHIR as it went', (exercise) => {
	const { variants: _variants, ...alone } = exercise;
	const { exercise: back, remarks } = readQuestionnaire(anew(questionnaireOf(exercise)), exercise.id);
	expect(back).toEqual(alone);
	expect(remarks).toEqual([]);
});

test.each([
	['R4', INTAKE_R4],
	['R5', INTAKE_R5]
])(
	'a Questionnaire of %s is read: groups, rows, choices with their weight, sliders, conditions',
	(_name, file) => {
		const { exercise, remarks } = read(file);
		const named = Object.fromEntries(exercise.fields.map((field) => [field.label, field]));
		expect(exercise.title).toBe('First conversation');
		expect(named['About your days']).toMatchObject({ kind: 'note' });
		expect(named['How well do you sleep?']).toMatchObject({
			kind: 'scale',
			least: 0,
			most: 10,
			leastWord: 'badly',
			mostWord: 'very well'
		});
		expect(named['How often do you go out?']).toMatchObject({
			kind: 'choice',
			options: [
				{ label: 'Never', value: 0 },
				{ label: 'Sometimes', value: 1 },
				{ label: 'Often', value: 2 },
				{ label: 'Something else' }
			]
		});
		expect(named['What stops you?']).toMatchObject({
			kind: 'long',
			when: [{ is: 'never' }, { is: 'sometimes' }],
			help: 'A few words are enough.'
		});
		expect(named['Who helps you?']).toMatchObject({
			kind: 'rows',
			columns: [
				{ kind: 'text', label: 'Name' },
				{ kind: 'choices', label: 'How' },
				{ kind: 'date', label: 'Since when' }
			]
		});
		expect(named['What do you wish for?']).toMatchObject({ kind: 'rows', columns: [{ kind: 'text' }] });
		expect(named['Are you seeing a doctor?']).toMatchObject({ kind: 'yes-no' });
		expect(named['How many hours do you work?']).toMatchObject({
			kind: 'number',
			unit: 'hours',
			least: 0,
			most: 80
		});
		expect(remarks.join(' ')).toContain('“A picture of your garden”');
	}
);

test('a file that nobody changed goes on as it came, unknown fields and all', () => {
	expect(writeQuestionnaire(read(INTAKE_R4).exercise)).toEqual(INTAKE_R4);
});

test.each([
	['R4', INTAKE_R4],
	['R5', INTAKE_R5]
])(
	'a file of %s, changed in the builder, loses nothing that the builder does not know, and HL7’s schema of R4 accepts it',
	(_name, file) => {
		const { exercise } = read(file);
		const changed = editing(exercise, (draft) => ({
			...draft,
			title: 'Our first conversation',
			version: 2,
			fields: [
				...draft.fields
					.filter((field) => field.label !== 'How many hours do you work?')
					.map((field) =>
						field.label === 'How well do you sleep?' ? { ...field, label: 'How do you sleep?' } : field
					),
				{ id: 'last', kind: 'text' as const, label: 'Anything else?' }
			]
		}));
		const written = writeQuestionnaire(changed);
		const text = JSON.stringify(written);
		expect(faults({ ...withoutInvented(written), resourceType: 'Questionnaire' })).toEqual([]);
		for (const kept of [
			'https://example.org/rendering',
			'keep-me',
			'A picture of your garden',
			'urn:example:sleep',
			'SNOMED-words'
		])
			expect(text, kept).toContain(kept);
		for (const said of ['Our first conversation', 'How do you sleep?', 'Anything else?'])
			expect(text).toContain(said);
		expect(text).not.toContain('How many hours');
		expect(text.match(/A few words are enough/g)).toHaveLength(1);
		expect(written).toMatchObject({
			url: 'urn:hearth:questionnaire:own',
			version: '2',
			derivedFrom: ['https://example.org/first']
		});
		// And what was written is read as what was drawn up.
		const again = readFile(text, 'own').exercise;
		expect(again.fields.map(({ label }) => label).sort()).toEqual(
			changed.fields.map(({ label }) => label).sort()
		);
	}
);

test.each([
	['{ "resourceType": "Questionnaire",\n  "item": [1,]\n}', /^Line 2: A value is missing before “]”/],
	['{\n\n"a": 1 "b" }', /^Line 3: A comma is missing/],
	['{"__proto__": {"polluted": true}}', /^Line 1: The name “__proto__” is not allowed/],
	['{"a": 1, "a": 2}', /stands here twice/],
	['{"resourceType": "Patient"}', /holds a Patient/],
	['[]', /no FHIR Questionnaire/],
	['{"resourceType":"Questionnaire"}', /asks nothing/],
	[
		'{"resourceType":"Questionnaire",\n"item":[\n{"linkId":"1","text":"Hm?"}]}',
		/^Line 3, “item 1”: This question has no “type”/
	],
	[
		'{"resourceType":"Questionnaire",\n"item":[{"linkId":"1",\n"type":"poem"}]}',
		/^Line 3, “item 1 › type”: FHIR has no questions of the type “poem”/
	],
	[
		'{"resourceType":"Questionnaire","item":[{"linkId":"1","type":"string"},\n{"linkId":"1","type":"string"}]}',
		/^Line 2, “item 2 › linkId”: Two questions/
	],
	[
		'{"resourceType":"Questionnaire","item":[{"linkId":"1","type":"group","item":[\n{"type":"string"}]}]}',
		/^Line 2, “item 1 › item 1”: This question has no “linkId”/
	],
	[`${'['.repeat(100)}`, /too many brackets/],
	[`"${'x'.repeat(300_000)}"`, /larger than 256 KB/],
	['not json', /^Line 1: “not json” is not JSON/]
])('a file that cannot be used says why, with line and field: %.40s', (text, words) => {
	expect(() => readFile(text, 'own')).toThrow(words);
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('S03 a measure of the library is not taken in again as a mere exercise; its risk item alone still tells', () => {
	expect(() => read(questionnaireOf(phq9))).toThrow('“PHQ-9” is in the library already');
	const { url: _url, code: _code, ...bare } = questionnaireOf(phq9);
	expect(() => read({ ...bare, code: [{ system: 'http://loinc.org', code: '44249-1' }] })).toThrow(
		'in the library already'
	);
	const nine = bare.item
		.filter(({ linkId }) => linkId === '/44260-8')
		.map(({ extension: _own, ...item }) => item);
	const { extension: _extension, ...strange } = bare;
	const [field] = read({ ...strange, item: nine }).exercise.fields;
	expect(field).toMatchObject({ kind: 'choice', risk: { cause: 'self-harm', value: 1, quiet: false } });
});

/** What the file invented stays, though R4 has no place for it. */
function withoutInvented({ invented: _invented, ...rest }: JsonObject): JsonObject {
	return rest;
}
