import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellKey, optionKey, plainAnswers, textAt, wordsAt } from './answer-places.ts';
import { rowsNamed } from './exercise.ts';
import { thoughtRecord } from './exercises/thought-record.ts';
import { addRow, moveRow, removeRow, rowsOf } from './worksheet-rows.ts';
import { worksheetJson } from './worksheet-record.ts';
import { answerLines } from './worksheet.ts';

/** Adds a row to the thought record. */
function add(doc: Y.Doc, id: string): string {
	const field = rowsNamed(thoughtRecord, id);
	if (!field) throw new Error(`The thought record has no rows called ${id}`);
	return addRow(doc, field, null);
}

/** Repeatable randomness (mulberry32). */
function dice(seed: number): (sides: number) => number {
	let state = seed;
	return (sides) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
	};
}

/** What a reconnect does: each side sends what the other has not. */
function reconnect(a: Y.Doc, b: Y.Doc): void {
	const toB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
	const toA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
	Y.applyUpdate(b, toB);
	Y.applyUpdate(a, toA);
}

const ALL_TEXT = /w\d+/g;

function wordsIn(doc: Y.Doc): Set<string> {
	return new Set(JSON.stringify(worksheetJson(doc, thoughtRecord)).match(ALL_TEXT) ?? []);
}

test('two people who begin the same field apart keep every word of both', () => {
	const [ana, ben] = [new Y.Doc(), new Y.Doc()];
	textAt(ana, 'situation').insert(0, 'Ana was here. ');
	textAt(ben, 'situation').insert(0, 'Ben was here. ');
	reconnect(ana, ben);
	expect(textAt(ana, 'situation').toString()).toBe(textAt(ben, 'situation').toString());
	expect(textAt(ana, 'situation').toString()).toContain('Ana was here.');
	expect(textAt(ana, 'situation').toString()).toContain('Ben was here.');
});

test('ticks made at the same time are all kept', () => {
	const [ana, ben] = [new Y.Doc(), new Y.Doc()];
	plainAnswers(ana).set(optionKey('traps', 'should'), true);
	plainAnswers(ben).set(optionKey('traps', 'labelling'), true);
	reconnect(ana, ben);
	expect([...plainAnswers(ana).keys()].sort()).toEqual(['traps/labelling', 'traps/should']);
});

test('words typed into a row while someone else removes it come back with the row', () => {
	const [ana, ben] = [new Y.Doc(), new Y.Doc()];
	const row = add(ana, 'moods');
	textAt(ana, cellKey('moods', row, 'name')).insert(0, 'Hurt');
	reconnect(ana, ben);
	removeRow(ana, { field: 'moods', row }, null);
	textAt(ben, cellKey('moods', row, 'name')).insert(4, ' and lonely');
	reconnect(ana, ben);
	expect(rowsOf(ana, 'moods')).toEqual(rowsOf(ben, 'moods'));
	expect(answerLines(ana, thoughtRecord, 'moods')).toEqual([' and lonely']);
});

test('removing a row leaves none of its words in the sheet', () => {
	const doc = new Y.Doc();
	const row = add(doc, 'moods');
	textAt(doc, cellKey('moods', row, 'name')).insert(0, 'Hurt');
	plainAnswers(doc).set(cellKey('moods', row, 'strength'), 70);
	removeRow(doc, { field: 'moods', row }, null);
	expect(rowsOf(doc, 'moods')).toEqual([]);
	expect(wordsAt(doc, cellKey('moods', row, 'name'))).toBe('');
	expect([...plainAnswers(doc).keys()]).toEqual([]);
});

test('rows move up and down by one, also when two people added one in the same place', () => {
	const [ana, ben] = [new Y.Doc(), new Y.Doc()];
	const [first, second] = [add(ana, 'moods'), add(ben, 'moods')];
	reconnect(ana, ben);
	const [top, bottom] = rowsOf(ana, 'moods');
	expect([top, bottom].sort()).toEqual([first, second].sort());
	moveRow(ben, { field: 'moods', row: bottom ?? '' }, -1, null);
	expect(rowsOf(ben, 'moods')).toEqual([bottom, top]);
	moveRow(ben, { field: 'moods', row: bottom ?? '' }, -1, null);
	expect(rowsOf(ben, 'moods')).toEqual([bottom, top]);
	moveRow(ben, { field: 'moods', row: bottom ?? '' }, 1, null);
	expect(rowsOf(ben, 'moods')).toEqual([top, bottom]);
});

test('however three tabs write and reconnect, they end with the same sheet and no word is lost', () => {
	for (let seed = 1; seed <= 150; seed++) {
		const roll = dice(seed);
		const tabs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
		const pick = () => tabs[roll(tabs.length)] ?? new Y.Doc();
		const typed = new Set<string>();
		/** Words that stood where someone chose to remove them. */
		const removed = new Set<string>();
		const fields = ['situation', 'balanced'];
		for (let turn = 0; turn < 60; turn++) {
			const doc = pick();
			const rows = rowsOf(doc, 'moods');
			const row = rows[roll(Math.max(1, rows.length))];
			const word = ` w${seed * 1000 + turn} `;
			const type = (key: string) => {
				const text = textAt(doc, key);
				text.insert(text.length === 0 || roll(2) ? text.length : 0, word);
				typed.add(word.trim());
			};
			const act = roll(8);
			if (act <= 2) type(fields[roll(2)] ?? 'situation');
			else if (act === 3 || !row) {
				const added = add(doc, 'moods');
				type(cellKey('moods', added, 'name'));
			} else if (act === 4) type(cellKey('moods', row, 'name'));
			else if (act === 5) moveRow(doc, { field: 'moods', row }, roll(2) ? 1 : -1, null);
			else if (act === 6 && roll(3) === 0) {
				const gone =
					textAt(doc, cellKey('moods', row, 'name'))
						.toString()
						.match(ALL_TEXT) ?? [];
				for (const one of gone) removed.add(one);
				removeRow(doc, { field: 'moods', row }, null);
			} else reconnect(doc, pick());
		}
		for (const a of tabs) for (const b of tabs) reconnect(a, b);
		for (const a of tabs) for (const b of tabs) reconnect(a, b);
		const [first, ...others] = tabs.map((doc) => worksheetJson(doc, thoughtRecord));
		for (const other of others) expect(other).toEqual(first);
		const kept = wordsIn(tabs[0] ?? new Y.Doc());
		for (const word of typed) if (!removed.has(word)) expect(kept, `seed ${seed}`).toContain(word);
		for (const word of removed) expect(kept, `seed ${seed}`).not.toContain(word);
	}
});

test('however many rows come and go, the sheet needs few named types, as the server allows few', () => {
	const doc = new Y.Doc();
	for (const field of thoughtRecord.fields) {
		if (field.kind === 'long') textAt(doc, field.id).insert(0, 'words');
		if (field.kind !== 'rows') continue;
		for (let turn = 0; turn < 100; turn++) {
			const row = addRow(doc, field, null);
			for (const column of field.columns) {
				if (column.kind === 'text' || column.kind === 'long') {
					textAt(doc, cellKey(field.id, row, column.id)).insert(0, 'words');
				}
			}
			if (turn % 2) removeRow(doc, { field: field.id, row }, null);
		}
	}
	const peer = new Y.Doc();
	reconnect(doc, peer);
	expect(peer.share.size).toBeLessThan(16);
});
