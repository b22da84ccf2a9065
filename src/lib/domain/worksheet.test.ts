import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellKey, contactKey, optionKey, plainAnswers, textAt } from './answer-places.ts';
import { linesOf } from './answer.ts';
import { rowsNamed, type Exercise } from './exercise.ts';
import { boxBreathing } from './exercises/box-breathing.ts';
import { checkOutCard } from './exercises/check-out-card.ts';
import { thinkingTraps } from './exercises/thinking-traps.ts';
import { thoughtRecord } from './exercises/thought-record.ts';
import { worryTree } from './exercises/worry-tree.ts';
import { addRow } from './worksheet-rows.ts';
import { changeInWords } from './worksheet-changes.ts';
import { worksheetJson, worksheetSections } from './worksheet-record.ts';
import { risksIn } from './worksheet-risks.ts';
import { answerLines, answerOf, isEmpty, shownFields } from './worksheet.ts';

/** Adds a row to the thought record. */
function add(doc: Y.Doc, id: string): string {
	const field = rowsNamed(thoughtRecord, id);
	if (!field) throw new Error(`The thought record has no rows called ${id}`);
	return addRow(doc, field, null);
}

function feeling(doc: Y.Doc, name: string, before?: number, after?: number): void {
	const row = add(doc, 'moods');
	textAt(doc, cellKey('moods', row, 'name')).insert(0, name);
	if (before !== undefined) plainAnswers(doc).set(cellKey('moods', row, 'strength'), before);
	if (after !== undefined) plainAnswers(doc).set(cellKey('moods', row, 'moods-after'), after);
}

const everyAnswerKind: Exercise = {
	...worryTree,
	id: 'every-kind',
	fields: [
		{ id: 'day', kind: 'date', label: 'Which day?' },
		{ id: 'who', kind: 'contact', label: 'Who can you ask?' }
	]
};

test('an untouched sheet is empty, and one word makes it not empty', () => {
	const doc = new Y.Doc();
	expect(isEmpty(doc, thoughtRecord)).toBe(true);
	add(doc, 'moods');
	expect(isEmpty(doc, thoughtRecord)).toBe(true);
	textAt(doc, 'situation').insert(0, 'Lunch');
	expect(isEmpty(doc, thoughtRecord)).toBe(false);
});

test('answers read as lines of plain words', () => {
	const doc = new Y.Doc();
	textAt(doc, 'situation').insert(0, 'Lunch room.\n\nSam walked past.');
	feeling(doc, 'Hurt', 70, 40);
	feeling(doc, 'Worried');
	expect(answerLines(doc, thoughtRecord, 'situation')).toEqual(['Lunch room.', 'Sam walked past.']);
	expect(answerLines(doc, thoughtRecord, 'moods')).toEqual([
		'Hurt · How strong it was: 70 of 100',
		'Worried'
	]);
	expect(answerLines(doc, thoughtRecord, 'moods-after')).toEqual([
		'Hurt · Before: 70 of 100 · Now: 40 of 100'
	]);
	expect(answerLines(doc, thoughtRecord, 'no-such-field')).toEqual([]);
});

test('a yes is said by its own words, and a no is left out of a row', () => {
	const doc = new Y.Doc();
	for (const [thought, hot] of [['I am late', false] as const, ['They laugh', true] as const]) {
		const row = add(doc, 'thoughts');
		textAt(doc, cellKey('thoughts', row, 'thought')).insert(0, thought);
		plainAnswers(doc).set(cellKey('thoughts', row, 'hot'), hot);
	}
	expect(answerLines(doc, thoughtRecord, 'thoughts')).toEqual([
		'I am late',
		'They laugh · This one stung the most'
	]);
});

test('choices, a day and a contact read as words', () => {
	const doc = new Y.Doc();
	plainAnswers(doc).set(optionKey('traps', 'should'), true);
	plainAnswers(doc).set(optionKey('traps', 'mind-reading'), true);
	plainAnswers(doc).set(optionKey('traps', 'labelling'), false);
	expect(answerLines(doc, thinkingTraps, 'traps')).toEqual(['Mind reading', 'Should and must']);
	plainAnswers(doc).set('day', '2026-11-24');
	textAt(doc, contactKey('who', 'name')).insert(0, 'My sister');
	textAt(doc, contactKey('who', 'phone')).insert(0, '555 0101');
	expect(answerLines(doc, everyAnswerKind, 'day')).toEqual(['24 November 2026']);
	expect(answerLines(doc, everyAnswerKind, 'who')).toEqual(['My sister, 555 0101']);
});

test('the worry tree shows only the branch that was chosen, and forgets nothing on the other', () => {
	const doc = new Y.Doc();
	const values = plainAnswers(doc);
	const shown = () => shownFields(doc, worryTree).map((field) => field.id);
	expect(shown()).toEqual(['worry', 'worry-before', 'kind', 'worry-after']);
	values.set('kind', 'practical');
	values.set('can-act', true);
	textAt(doc, 'what').insert(0, 'Phone the landlord');
	expect(shown()).toContain('what');
	values.set('kind', 'hypothetical');
	expect(shown()).toEqual(['worry', 'worry-before', 'kind', 'refocus', 'worry-after']);
	expect(answerLines(doc, worryTree, 'what')).toEqual([]);
	values.set('kind', 'practical');
	expect(answerLines(doc, worryTree, 'what')).toEqual(['Phone the landlord']);
});

test('values that no honest sheet would write count as no answer', () => {
	const doc = new Y.Doc();
	const values = plainAnswers(doc) as Y.Map<unknown>;
	values.set('worry-before', 9999);
	values.set('kind', '__proto__');
	values.set('can-act', 'yes');
	values.set('worry', { nested: true });
	values.set('day', '2026-99-99');
	doc.getMap('rows:moods').set('x', 'not a row');
	doc.getMap('rows:thoughts').set('y', new Y.Map([['thought', 'not a text']]));
	expect(answerLines(doc, thoughtRecord, 'thoughts')).toEqual([]);
	for (const field of worryTree.fields) expect(linesOf(answerOf(doc, worryTree, field))).toEqual([]);
	expect(answerLines(doc, everyAnswerKind, 'day')).toEqual([]);
	expect(isEmpty(doc, thoughtRecord)).toBe(true);
});

test('a kept worksheet explains itself and shows what changed', () => {
	const doc = new Y.Doc();
	textAt(doc, 'worry').insert(0, 'The rent');
	plainAnswers(doc).set('worry-before', 8);
	plainAnswers(doc).set('worry-after', 5);
	const json = JSON.parse(JSON.stringify(worksheetJson(doc, worryTree))) as ReturnType<typeof worksheetJson>;
	expect(json.title).toBe('Worry tree');
	expect(worksheetSections(json).map(({ label, lines }) => [label, ...lines])).toEqual([
		['What are you worried about?', 'The rent'],
		['How much does it worry you right now?', '8 of 10'],
		['How much does it worry you now?', '5 of 10']
	]);
	expect(json.changes.map(changeInWords)).toEqual([
		'How much does it worry you right now?: 8 before, 5 now (3 less)'
	]);
});

test('feelings rated twice are kept as a table and as changes, those rated once are not', () => {
	const doc = new Y.Doc();
	feeling(doc, 'Hurt', 70, 40);
	feeling(doc, 'Angry', 50, 50);
	feeling(doc, 'Worried', 30);
	const json = worksheetJson(doc, thoughtRecord);
	expect(json.changes).toEqual([
		{ label: 'Hurt', before: 70, after: 40, most: 100 },
		{ label: 'Angry', before: 50, after: 50, most: 100 }
	]);
	const again = worksheetSections(json).find((section) => section.id === 'moods-after');
	expect(again?.table).toEqual({
		head: ['Feeling, in one word', 'Before', 'Now'],
		rows: [
			['Hurt', '70 of 100', '40 of 100'],
			['Angry', '50 of 100', '50 of 100']
		]
	});
});

test('S03 felt safe of 3 or less flags, 4 does not, and no answer does not', () => {
	const doc = new Y.Doc();
	expect(risksIn(doc, checkOutCard, 'folder')).toEqual([]);
	plainAnswers(doc).set('felt-safe', 4);
	expect(risksIn(doc, checkOutCard, 'folder')).toEqual([]);
	plainAnswers(doc).set('felt-safe', 3);
	expect(risksIn(doc, checkOutCard, 'folder')).toMatchObject([{ cause: 'felt-unsafe', quiet: false }]);
});

test('S03 high distress after an exercise gives a quiet notice, high distress before it gives none', () => {
	const doc = new Y.Doc();
	plainAnswers(doc).set('distress-before', 100);
	expect(risksIn(doc, boxBreathing, 'folder')).toEqual([]);
	plainAnswers(doc).set('distress-after', 90);
	expect(risksIn(doc, boxBreathing, 'folder')).toMatchObject([{ cause: 'distress', quiet: true }]);
});

test('S05 what is written in `own` flags nothing', () => {
	const doc = new Y.Doc();
	plainAnswers(doc).set('felt-safe', 0);
	expect(risksIn(doc, checkOutCard, 'own')).toEqual([]);
});
