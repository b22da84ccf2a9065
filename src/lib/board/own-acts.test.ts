import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { addNote, moveNote, notesOf, setTint } from '#lib/domain/board-notes.ts';
import { addStroke, putPiece, removeStroke, strokesOf } from '#lib/domain/board-strokes.ts';
import { newId, type PersonId } from '#lib/domain/ids.ts';
import { OwnActs } from './own-acts.ts';

function aHand() {
	const doc = new Y.Doc();
	return { doc, board: boardDocument(doc), acts: new OwnActs(doc), person: newId<'person'>() as PersonId };
}

test('a long stroke committed in pieces is undone, redone and erased as one', () => {
	const drawer = aHand();
	const { board, acts, person } = drawer;
	const line = (from: number) => ({
		points: [0, 1, 2].map((step) => [from + step * 10, 5, 0.5] as [number, number, number]),
		pressed: false
	});
	const stroke = { by: person, sheet: '1', pen: 'ink' as const, width: 8, marker: false, turn: 1 };
	acts.beginLongAct();
	const id = acts.act(() => addStroke(board, { ...stroke, ink: line(0) }));
	acts.act(() => putPiece(board, `${id}.1`, { ...stroke, ink: line(20) }));
	acts.endLongAct();
	expect(strokesOf(board)[0]!.ink.points.map(([x]) => x)).toEqual([0, 10, 20, 30, 40]);
	acts.undo();
	expect(board.strokes.size).toBe(0);
	acts.redo();
	expect(strokesOf(board)[0]!.ink.points).toHaveLength(5);
	acts.act(() => removeStroke(board, id));
	expect(board.strokes.size).toBe(0);
});

test('undo of a move does nothing once the author has moved the note again', () => {
	const [dana, ana] = [aHand(), aHand()];
	const both = () => {
		Y.applyUpdate(dana.doc, Y.encodeStateAsUpdate(ana.doc), 'server');
		Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(dana.doc), 'server');
	};
	const note = { by: ana.person, kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 }, words: 'mine' };
	const id = ana.acts.act(() => addNote(ana.board, note));
	both();
	dana.acts.act(() => moveNote(dana.board, id, { x: 300, y: 0, sheet: '1', mover: dana.person }));
	both();
	ana.acts.act(() => moveNote(ana.board, id, { x: 700, y: 0, sheet: '1', mover: ana.person }));
	both();
	dana.acts.undo();
	both();
	expect(notesOf(ana.board)[0]!.place.x).toBe(700);
});

test('what was done to a thing that is locked by now stays done; what was done before it is undone', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	const locked = new Set<string>();
	const acts = new OwnActs(doc, (id) => locked.has(id));
	const note = { by: newId<'person'>(), kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 } };
	const first = acts.act(() => addNote(board, { ...note, words: 'first' }));
	const second = acts.act(() => addNote(board, { ...note, words: 'second' }));
	acts.act(() => setTint(board, second, 'sky'));
	locked.add(second);
	acts.undo();
	expect(notesOf(board).map(({ id, tint }) => [id, tint])).toEqual([[second, 'sky']]);
	acts.redo();
	expect(board.notes.has(first)).toBe(true);
});
