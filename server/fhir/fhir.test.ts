import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellKey, contactKey, optionKey, plainAnswers, textAt } from '../../src/lib/domain/answer-places.ts';
import type { Column, Exercise, Field } from '../../src/lib/domain/exercise.ts';
import { EXERCISES, exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import { MEASURES } from '../../src/lib/domain/measures/measures.ts';
import { phq9 } from '../../src/lib/domain/measures/phq-9.ts';
import { worksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import { addRow } from '../../src/lib/domain/worksheet-rows.ts';
import { setSignature } from '../../src/lib/domain/worksheet-signatures.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { readResponse } from '../../tests/support/read-response.ts';
import { faults } from '../../tests/support/fhir-schema.ts';
import { questionnaireOf } from './questionnaire.ts';
import type { QuestionnaireItem, ResponseItem } from './resource.ts';
import { responseOf, totalOf, type Kept } from './response.ts';

const every = [...EXERCISES, ...MEASURES].flatMap((one) => [one, ...(one.variants ?? [])]);

/** A sheet with an answer in every field. */
function filledIn(exercise: Exercise): Y.Doc {
	const doc = new Y.Doc();
	for (const field of exercise.fields) {
		if (field.kind !== 'rows') fill(doc, field.id, field);
		else {
			const row = addRow(doc, field, null);
			for (const column of field.columns) fill(doc, cellKey(field.id, row, column.id), column);
			const signed = field.columns.find((column) => column.kind === 'agreed');
			const at = signed?.kind === 'agreed' && { field: field.id, row, column: signed };
			if (at) setSignature(doc, at, { person: 'ana' as PersonId, agrees: true });
			for (const other of exercise.fields) {
				if (other.kind === 'again' && other.rows === field.id)
					plainAnswers(doc).set(cellKey(field.id, row, other.id), 20);
			}
		}
	}
	return doc;
}

function fill(doc: Y.Doc, at: string, asked: Field | Column): void {
	const values = plainAnswers(doc);
	if (asked.kind === 'text' || asked.kind === 'long') textAt(doc, at).insert(0, 'Some words');
	if (asked.kind === 'scale' || asked.kind === 'number') values.set(at, asked.least + 1);
	if (asked.kind === 'yes-no') values.set(at, true);
	if (asked.kind === 'date') values.set(at, '2026-11-24');
	if (asked.kind === 'time') values.set(at, '07:30');
	if (asked.kind === 'choice') values.set(at, asked.options[1]!.id);
	if (asked.kind === 'choices') values.set(optionKey(at, asked.options[0]!.id), true);
	if (asked.kind === 'contact') textAt(doc, contactKey(at, 'name')).insert(0, 'Jo');
}

const kept = (exercise: Exercise): Kept => ({
	...{ id: 'a-1', exercise, of: { author: 'Ana' }, at: Date.parse('2026-11-24T18:00:00Z'), amended: false },
	sheet: worksheetJson(filledIn(exercise), exercise, () => 'Ana')
});

test.each(every)('$title is a Questionnaire that HL7’s schema of R4 accepts', (exercise) => {
	expect(faults(questionnaireOf(exercise))).toEqual([]);
});

test.each(every)(
	'$title, filled in, is a QuestionnaireResponse that HL7’s schema of R4 accepts',
	(exercise) => {
		expect(faults(responseOf(kept(exercise)))).toEqual([]);
	}
);

test.each(every)('every answer to $title stands under a question of its Questionnaire', (exercise) => {
	const known = new Set(linkIds(questionnaireOf(exercise).item));
	const answered = linkIds(responseOf(kept(exercise)).item);
	expect(answered.length).toBeGreaterThan(0);
	for (const linkId of answered) expect(known).toContain(linkId);
});

test.each(every)(
	'$title, filled in, is read back from its QuestionnaireResponse to the same answers',
	(exercise) => {
		const { sheet, ...rest } = kept(exercise);
		expect(readResponse(responseOf({ sheet, ...rest }), exercise)).toEqual(sheet.fields);
	}
);

test.each(every.filter(({ scoring }) => scoring))(
	'the total of $title is an Observation that HL7’s schema of R4 accepts',
	(exercise) => {
		const total = totalOf(kept(exercise))!;
		expect(faults(total)).toEqual([]);
		expect(total.derivedFrom).toEqual([{ reference: 'QuestionnaireResponse/a-1' }]);
		expect(faults({ ...total, valueInteger: 'nine' } as never)).not.toEqual([]);
	}
);

test('what several filled in is the group’s: it is the subject, and nobody is the author', () => {
	const together = exerciseNamed('problem-solving')!;
	const response = responseOf({ ...kept(together), of: { group: 'Tuesday group' } });
	expect(faults(response)).toEqual([]);
	expect(response.subject).toEqual({ type: 'Group', display: 'Tuesday group' });
	expect(response).not.toHaveProperty('author');
	expect(JSON.stringify(response)).not.toContain('Ana');
	expect(questionnaireOf(together).subjectType).toContain('Group');
});

test('an id of ours that FHIR does not allow is written as one that it does, and the total goes on pointing to it', () => {
	const odd = { ...kept(phq9), id: 'a_1-B' };
	expect(faults(responseOf(odd))).toEqual([]);
	expect(totalOf(odd)?.derivedFrom).toEqual([{ reference: `QuestionnaireResponse/${responseOf(odd).id}` }]);
});

test('HL7’s schema refuses what R4 does not know, so that its yes means something', () => {
	const { item, ...rest } = questionnaireOf(phq9);
	expect(faults({ ...rest, item, invented: true } as never)).not.toEqual([]);
	const [first, ...others] = item;
	expect(faults({ ...rest, item: [{ ...first, type: 7 }, ...others] } as never)).not.toEqual([]);
});

test('PHQ-9 is written with LOINC’s codes, what each answer counts, and its total as an Observation', () => {
	const { item, code } = questionnaireOf(phq9);
	expect(code).toMatchObject([{ system: 'http://loinc.org', code: '44249-1' }]);
	expect(item[8]).toMatchObject({ linkId: '/44260-8', type: 'choice' });
	expect(item[0]?.answerOption?.map(({ valueCoding }) => valueCoding.code)).toEqual([
		...['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9']
	]);
	const [first] = responseOf(kept(phq9)).item;
	expect(first).toMatchObject({
		linkId: '/44250-9',
		answer: [
			{
				valueCoding: {
					code: 'LA6569-3',
					extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 1 }]
				}
			}
		]
	});
	const total = totalOf(kept(phq9))!;
	expect(faults(total)).toEqual([]);
	expect(total).toMatchObject({
		code: { coding: [{ code: '44261-6' }] },
		valueInteger: 9,
		derivedFrom: [{ reference: 'QuestionnaireResponse/a-1' }]
	});
});

test('a measure with a question left out has no total to give away', () => {
	const doc = filledIn(phq9);
	plainAnswers(doc).delete('item-3');
	expect(totalOf({ ...kept(phq9), sheet: worksheetJson(doc, phq9) })).toBeNull();
});

function linkIds(items: readonly (QuestionnaireItem | ResponseItem)[]): string[] {
	return items.flatMap((one) => [one.linkId, ...linkIds(one.item ?? [])]);
}
