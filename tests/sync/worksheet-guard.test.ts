import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Content } from '../../server/sync/content.ts';
import { admitUpdate } from '../../server/sync/guard/admit-update.ts';
import { checkInPlaces } from '../../src/lib/domain/check-in.ts';
import { cellKey, optionKey, plainAnswers, textAt } from '../../src/lib/domain/answer-places.ts';
import type { DocumentHead, DocumentKind } from '../../src/lib/domain/documents.ts';
import { rowsNamed } from '../../src/lib/domain/exercise.ts';
import { groupAgreements } from '../../src/lib/domain/exercises/group-agreements.ts';
import { thoughtRecord } from '../../src/lib/domain/exercises/thought-record.ts';
import { newId, type PersonId, type StepId } from '../../src/lib/domain/ids.ts';
import { addRow, moveRow, rowsOf } from '../../src/lib/domain/worksheet-rows.ts';
import { setSignature, signersOf } from '../../src/lib/domain/worksheet-signatures.ts';
import { answerLines } from '../../src/lib/domain/worksheet.ts';
import { RowRemoval } from '../../src/lib/worksheet/row-removal.ts';

/** A document on the server, with the guard before it, and people whose updates go through it. */
function document(kind: DocumentKind) {
	const content = new Content([], new Map());
	const peers: Y.Doc[] = [];
	const join = (name: string): Y.Doc => {
		const doc = new Y.Doc();
		peers.push(doc);
		Y.applyUpdate(doc, Y.encodeStateAsUpdate(content.doc), 'server');
		doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin === 'server') return;
			const sender = { person: name as PersonId, mayWrite: () => true, leads: () => false };
			const admitted = admitUpdate(update, sender, { head: { kind } as DocumentHead, content, size: 0 });
			if (typeof admitted === 'string') throw new Error(admitted);
			for (const [client, person] of admitted.claims) content.owners.set(client, person);
			const added = content.apply(update);
			if (added) for (const peer of peers) if (peer !== doc) Y.applyUpdate(peer, added, 'server');
		});
		return doc;
	};
	return { content, join };
}

test('R57 everything that two people write on one sheet passes the guard, also what they undo', () => {
	const { content, join } = document('table');
	const [ana, ben] = [join('ana'), join('ben')];
	const moods = rowsNamed(thoughtRecord, 'moods');
	if (!moods) throw new Error('no moods');
	textAt(ana, 'situation').insert(0, 'Lunch ');
	textAt(ben, 'situation').insert(0, 'Monday ');
	const [first, second] = [addRow(ana, moods, 'ana'), addRow(ben, moods, 'ben')];
	textAt(ben, cellKey('moods', first, 'name')).insert(0, 'Hurt');
	textAt(ana, cellKey('moods', second, 'name')).insert(0, 'Worried');
	plainAnswers(ana).set(cellKey('moods', second, 'strength'), 55);
	plainAnswers(ben).set(cellKey('moods', second, 'strength'), 60);
	plainAnswers(ben).set(optionKey('traps', 'should'), true);
	moveRow(ben, { field: 'moods', row: second }, -1, null);
	const removal = new RowRemoval(ana, 'moods', first);
	expect(answerLines(content.doc, thoughtRecord, 'moods')).toEqual([
		'Worried · How strong it was: 60 of 100'
	]);
	removal.putBack();
	plainAnswers(ana).delete(cellKey('moods', second, 'strength'));
	expect(answerLines(content.doc, thoughtRecord, 'moods')).toEqual(['Worried', 'Hurt']);
	expect(rowsOf(ben, 'moods')).toEqual([second, first]);
	expect(content.hasGaps).toBe(false);
});

test('R57 a check-in drafted in one’s own document passes the guard', () => {
	const { content, join } = document('own');
	const { values, word } = checkInPlaces(join('ana'), newId<'step'>() as StepId);
	values.set('mood', 2.5);
	values.set('choice', 'group');
	word.insert(0, 'tired');
	values.set('given', { choice: 'group', mood: 2.5, energy: null, word: 'tired' });
	expect(content.doc.share.size).toBe(2);
});

test('R57 on a sheet of everyone’s each signs for themselves: nobody signs or unsigns for another', () => {
	const { content, join } = document('table');
	const [ana, ben] = [join('ana'), join('ben')];
	const field = rowsNamed(groupAgreements, 'proposals');
	const column = field?.columns.find((one) => one.kind === 'agreed');
	if (!field || column?.kind !== 'agreed') throw new Error('no proposals');
	const row = addRow(ana, field, null);
	textAt(ana, cellKey('proposals', row, 'proposal')).insert(0, 'We may pass.');
	const at = { field: 'proposals', row, column };
	const sign = (doc: Y.Doc, person: string, agrees: boolean) => {
		doc.transact(() => setSignature(doc, at, { person: person as PersonId, agrees }));
	};
	sign(ana, 'ana', true);
	sign(ben, 'ben', true);
	sign(ben, 'ben', false);
	sign(ben, 'ben', true);
	expect(signersOf(content.doc, at)).toEqual(['ana', 'ben']);
	const names: Record<string, string> = { ana: 'Ana', ben: 'Ben' };
	expect(answerLines(content.doc, groupAgreements, 'proposals', (person) => names[person] ?? null)).toEqual([
		'We may pass. · I agree: Ana, Ben'
	]);
	expect(() => sign(ben, 'ana', false)).toThrow();
	expect(() => sign(join('kim'), 'ana', true)).toThrow();
	expect(() => sign(join('jo'), 'kim', true)).toThrow();
	expect(signersOf(content.doc, at)).toEqual(['ana', 'ben']);
});

test('a signature stands for the words it was given to, and for no others', () => {
	const { content, join } = document('table');
	const ana = join('ana');
	const field = rowsNamed(groupAgreements, 'proposals');
	const column = field?.columns.find((one) => one.kind === 'agreed');
	if (!field || column?.kind !== 'agreed') throw new Error('no proposals');
	const row = addRow(ana, field, null);
	const at = { field: 'proposals', row, column };
	setSignature(ana, at, { person: 'ana' as PersonId, agrees: true });
	expect(signersOf(content.doc, at)).toEqual([]);
	const words = textAt(ana, cellKey('proposals', row, 'proposal'));
	words.insert(0, 'We may pass.');
	setSignature(ana, at, { person: 'ana' as PersonId, agrees: true });
	expect(signersOf(content.doc, at)).toEqual(['ana']);
	words.insert(0, 'Nobody: ');
	expect(signersOf(content.doc, at)).toEqual([]);
});
