import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellKey, plainAnswers, textAt } from '#lib/domain/answer-places.ts';
import { rowsNamed } from '#lib/domain/exercise.ts';
import { thoughtRecord } from '#lib/domain/exercises/thought-record.ts';
import { addRow, rowsOf } from '#lib/domain/worksheet-rows.ts';
import { answerLines } from '#lib/domain/worksheet.ts';
import { RowRemoval } from './row-removal.ts';

/** Adds a row to the thought record. */
function add(doc: Y.Doc, id: string): string {
	const field = rowsNamed(thoughtRecord, id);
	if (!field) throw new Error(`The thought record has no rows called ${id}`);
	return addRow(doc, field, null);
}

test('a row that I removed comes back whole, in its place, and what others wrote meanwhile stays', () => {
	const doc = new Y.Doc();
	for (const [name, strength] of [['Hurt', 70] as const, ['Worried', 55] as const]) {
		const row = add(doc, 'moods');
		textAt(doc, cellKey('moods', row, 'name')).insert(0, name);
		plainAnswers(doc).set(cellKey('moods', row, 'strength'), strength);
	}
	const before = answerLines(doc, thoughtRecord, 'moods');
	const [first = ''] = rowsOf(doc, 'moods');
	const removal = new RowRemoval(doc, 'moods', first);
	expect(answerLines(doc, thoughtRecord, 'moods')).toEqual(before.slice(1));
	const peer = new Y.Doc();
	peer.getText('text:situation').insert(0, 'Lunch');
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(peer));
	removal.putBack();
	expect(answerLines(doc, thoughtRecord, 'moods')).toEqual(before);
	expect(answerLines(doc, thoughtRecord, 'situation')).toEqual(['Lunch']);
});
