import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument, SHEET_HEIGHT, SHEET_WIDTH } from './board.ts';
import { boardDrawings, boxAroundNote } from './board-drawing.ts';
import { boardJson } from './board-json.ts';
import { addNote, moveNote, readNote, shapeNote } from './board-notes.ts';
import { boxOfNote, NOTE_SCALE } from './board-note-size.ts';
import { restoreSheet } from './board-restoring.ts';
import { sheetsOf } from './board-sheets.ts';
import { boardSvg } from './board-svg.ts';
import { tidied } from './board-tidy.ts';
import { newId, type PersonId } from './ids.ts';

const [ana, ben] = [newId<'person'>(), newId<'person'>()] as [PersonId, PersonId];

function aNote() {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const note = { by: ana, kind: 'note' as const, sheet: '1', spot: { x: 400, y: 300 }, words: 'a bad night' };
	return { doc, board, id: addNote(board, note) };
}

test('its author makes a note larger and turns it; nobody else does, and it stays on its sheet', () => {
	const { board, id } = aNote();
	shapeNote(board, id, { scale: 2, angle: 375, spot: { x: 1500, y: 900 }, mover: ana });
	const note = readNote(board, id)!;
	expect(note).toMatchObject({ scale: 2, angle: 15, place: { x: SHEET_WIDTH - 480, y: SHEET_HEIGHT - 300 } });
	shapeNote(board, id, { scale: 1, angle: 0, spot: { x: 0, y: 0 }, mover: ben });
	expect(readNote(board, id)).toEqual(note);
	moveNote(board, id, { x: 5000, y: 0, sheet: '1', mover: ana });
	expect(readNote(board, id)!.place).toMatchObject({ x: SHEET_WIDTH - 480, y: 0 });
});

test.each([
	[0.001, 0, { scale: NOTE_SCALE.least, angle: 0 }],
	[1e9, -90, { scale: NOTE_SCALE.most, angle: 270 }],
	[NaN, Infinity, { scale: 1, angle: 0 }],
	['huge', {}, { scale: 1, angle: 0 }]
])('what anyone in the room wrote as a size is read within its limits: %j %j', (scale, angle, read) => {
	const { board, id } = aNote();
	const map = board.notes.get(id) as Y.Map<unknown>;
	map.set('scale', scale);
	map.set('angle', angle);
	expect(readNote(board, id)).toMatchObject(read);
});

test('it is kept, drawn and brought back so: paper and words larger, and turned around its middle', () => {
	const { doc, board, id } = aNote();
	shapeNote(board, id, { scale: 2, angle: 30, spot: { x: 400, y: 300 }, mover: ana });
	const kept = boardJson(doc, { template: 'blank' });
	expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
	const [paper, words] = boardDrawings(kept)[0]!.shapes;
	const turn = { angle: 30, x: 640, y: 450 };
	expect(paper).toMatchObject({ kind: 'box', x: 400, y: 300, width: 480, height: 300, turn });
	expect(words).toMatchObject({ kind: 'words', size: 52, turn });
	expect(boardSvg(boardDrawings(kept)[0]!, 'light').match(/transform="rotate\(30 640 450\)"/g)).toHaveLength(
		2
	);
	const sheet = restoreSheet(doc, sheetsOf(board, 'blank')[0]!, { things: 1, by: ben });
	const again = [...board.notes.keys()].map((key) => readNote(board, key)!);
	expect(again.find(({ place }) => place.sheet === sheet)).toMatchObject({ by: ana, scale: 2, angle: 30 });
});

test('a turned note takes the room that is seen, and tidied notes of all sizes cover none', () => {
	const turned = { place: { x: 100, y: 100 }, scale: 1, angle: 90 };
	const box = boxOfNote(turned);
	expect([box.left, box.top, box.right, box.bottom].map(Math.round)).toEqual([145, 55, 295, 295]);
	const notes = [1, 2, 0.5, 1.5].map((scale, index) => ({
		...{ kind: 'note' as const, words: 'some words', scale, angle: index * 20 }
	}));
	const spots = tidied(notes, { near: { x: 300, y: 200 }, staying: [] });
	const boxes = notes.map((note, index) => boxAroundNote(note, spots[index]!));
	for (const [index, one] of boxes.entries())
		for (const other of boxes.slice(index + 1))
			expect(
				one.right <= other.left ||
					other.right <= one.left ||
					one.bottom <= other.top ||
					other.bottom <= one.top
			).toBe(true);
});
