import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from './board.ts';
import { boardDrawings, brokenInto } from './board-drawing.ts';
import { boardJson } from './board-json.ts';
import { addNote, moveNote, notesOf } from './board-notes.ts';
import { boxOfNote, NOTE_SIZE } from './board-note-size.ts';
import { inReadingOrder } from './board-reading.ts';
import { addSheet, hideSheet, showSheet } from './board-sheets.ts';
import { bringBack, putAway } from './board-put-away.ts';
import { addStroke, pieceKey, putPiece } from './board-strokes.ts';
import { boardSvg } from './board-svg.ts';
import { BOARD_TEMPLATES } from './board-templates.ts';
import { boardText } from './board-text.ts';
import { spotInZone, zoneOf } from './board-zones.ts';
import { newId, type PersonId } from './ids.ts';

const [ana, ben, dana] = [newId<'person'>(), newId<'person'>(), newId<'person'>()] as PersonId[];
const names = new Map([
	[ana!, 'Ana'],
	[ben!, 'Ben']
]);
const note = (by: PersonId | null, words: string, x: number, y: number) => ({
	by,
	kind: 'note' as const,
	sheet: '1',
	spot: { x, y },
	words
});

test('words on a board are read in rows from the top, each from left to right', () => {
	const at = (id: string, x: number, y: number) => ({ id, place: { x, y } });
	const scattered = [
		at('d', 40, 400),
		at('b', 700, 60),
		at('c', 1200, 30),
		at('a', 20, 70),
		at('e', 20, 700)
	];
	expect(inReadingOrder(scattered).map((thing) => thing.id)).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test('a kept board lists its words with author and part of the sheet; strangers and nobody stay unnamed', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	addNote(board, note(ana!, 'my bedtime', 680, 430));
	addNote(board, note(null, 'the weather', 20, 20));
	addNote(board, note(dana!, 'how we\ntalk', 1050, 430));
	addNote(board, note(ben!, '   ', 500, 20));
	const json = boardJson(doc, { template: 'circle-of-control' });
	expect(boardText(json, names)).toEqual([
		'Out of our hands: the weather (sun)',
		'Ana, In our hands: my bedtime (sun)',
		'Within our reach: how we / talk (sun)'
	]);
	expect(JSON.parse(JSON.stringify(json))).toEqual(json);
});

test('a kept board knows its authors from the server, not from what the work says', () => {
	const [mine, board] = [new Y.Doc(), new Y.Doc()];
	addNote(boardDocument(mine), note(ana!, 'signed with her name', 0, 0));
	addNote(boardDocument(mine), note(null, 'without a name', 500, 0));
	Y.applyUpdate(board, Y.encodeStateAsUpdate(mine));
	const authorOf = (client: number) => (client === mine.clientID ? ben! : null);
	const [signed, unnamed] = boardJson(board, { template: 'blank', authorOf }).sheets[0]!.notes;
	expect(signed!.by).toBe(ben);
	expect(unnamed!.by).toBeNull();
});

test('S07 a hidden sheet is left out of what is kept, and comes back when it is shown again', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const sheet = addSheet(board, { by: ana!, template: 'blank' });
	addNote(board, { ...note(ana!, 'on the second sheet', 0, 0), sheet });
	hideSheet(board, sheet);
	expect(boardJson(doc, { template: 'blank' }).sheets).toHaveLength(0);
	showSheet(board, sheet);
	expect(boardText(boardJson(doc, { template: 'blank' }))).toEqual(['on the second sheet (sun)']);
});

test('S07 a line that is put away is left out of what is kept, all its pieces, and comes back', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const ink = { points: [[10, 10, 0.5] as [number, number, number]], pressed: false };
	const line = { by: ana!, sheet: '1', pen: 'ink' as const, width: 8, marker: false, turn: 1, ink };
	const id = addStroke(board, line);
	putPiece(board, pieceKey(id, 1), line);
	addStroke(board, { ...line, by: ben! });
	putAway(board, [id]);
	const authors = () => boardJson(doc, { template: 'blank' }).sheets[0]!.strokes.map(({ by }) => by);
	expect(authors()).toEqual([ben]);
	bringBack(board, [id]);
	expect(authors()).toHaveLength(2);
});

test('a leader may put a note elsewhere; the author can always take it back', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const id = addNote(board, note(ana!, 'here', 100, 100));
	const place = () => notesOf(board)[0]!.place;
	moveNote(board, id, { x: 600, y: 400, sheet: '1', mover: dana! });
	expect(place()).toMatchObject({ x: 600, y: 400 });
	moveNote(board, id, { x: 620, y: 400, sheet: '1', mover: ben! });
	expect(place()).toMatchObject({ x: 620 });
	moveNote(board, id, { x: 100, y: 120, sheet: '1', mover: ana! });
	expect(place()).toMatchObject({ x: 100, y: 120 });
	moveNote(board, id, { x: 5000, y: -40, sheet: '1', mover: ana! });
	expect(place()).toMatchObject({ x: 1600 - NOTE_SIZE.width, y: 0 });
});

test('a move by name lands in that part of the sheet, beside the notes that are there', () => {
	for (const template of BOARD_TEMPLATES)
		for (const zone of template.zones) {
			const first = spotInZone(template.id, zone.id, []);
			const second = spotInZone(template.id, zone.id, [boxOfNote({ place: first, scale: 1, angle: 0 })]);
			expect(zoneOf(template.id, first)?.id).toBe(zone.id);
			expect(zoneOf(template.id, second)?.id).toBe(zone.id);
			const isApart =
				Math.abs(first.x - second.x) >= NOTE_SIZE.width || Math.abs(first.y - second.y) >= NOTE_SIZE.height;
			expect(isApart, `${template.id} ${zone.id}`).toBe(true);
		}
});

test('a drawn board shows print, notes, highlighter and ink in this order, and its SVG file is harmless', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const line = {
		points: [
			[10, 10, 0.5],
			[200, 90, 0.5]
		] as [number, number, number][],
		pressed: false
	};
	const stroke = { by: ana!, sheet: '1', pen: 'rose' as const, width: 8, ink: line };
	addStroke(board, { ...stroke, marker: false, turn: 1 });
	addStroke(board, { ...stroke, marker: true, turn: 2 });
	addNote(board, note(ana!, '<script>alert("x")</script> & more\u0000', 40, 40));
	const [drawing] = boardDrawings(boardJson(doc, { template: 'timeline' }));
	const kinds = drawing!.shapes.map((shape) => shape.kind);
	expect(kinds.slice(-4)).toEqual(['box', 'words', 'path', 'path']);
	expect(drawing!.shapes.at(-2)).toMatchObject({ opacity: 0.35 });
	const svg = boardSvg(drawing!, 'dark');
	expect(svg).toContain('#f09cbd');
	expect(svg).not.toContain('<script');
	expect(svg).not.toContain('\u0000');
});

test('long words are broken so that they stay on their note', () => {
	expect(brokenInto('one two three', 7)).toEqual(['one two', 'three']);
	expect(brokenInto('incomprehensible', 7)).toEqual(['incompr', 'ehensib', 'le']);
	expect(brokenInto('a\n\nb', 7)).toEqual(['a', '', 'b']);
});

test('what cannot be read is left out: a board survives whatever stands in its maps', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const odd = [null, 1, 'x', [], {}, { bytes: new Uint8Array(3) }, { x: 1, y: NaN }, new Uint8Array(2)];
	for (const [index, value] of odd.entries())
		for (const map of Object.values(board)) map.set(`odd${index} ${index}`, value);
	board.notes.set('half', new Y.Map([['words', new Y.Text('no place')]]));
	expect(boardJson(doc, { template: 'blank' }).sheets).toEqual([]);
});
