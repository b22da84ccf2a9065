import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from './board.ts';
import { boardDrawings } from './board-drawing.ts';
import { sheetAfter, thingsOn } from './board-growth.ts';
import { addGroup, takeApart, withGroups } from './board-groups.ts';
import { boardJson, boardWithout } from './board-json.ts';
import { addNote, moveNote, setNoteLayer } from './board-notes.ts';
import { addShape, changeShape, moveShape, readShape, shapesOf, type NewShape } from './board-shape.ts';
import { boardSvg } from './board-svg.ts';
import { boardText } from './board-text.ts';
import { letGo, shapeEnds } from './board-things.ts';
import { newId, type PersonId } from './ids.ts';

const [ana, ben] = [newId<'person'>(), newId<'person'>()] as [PersonId, PersonId];
const names = new Map([
	[ana, 'Ana'],
	[ben, 'Ben']
]);
const shape = (change: Partial<NewShape>): NewShape => ({
	...{ by: ana, kind: 'rectangle', stamp: null, pen: 'teal', angle: 0, from: null, to: null, sheet: '1' },
	...{ spot: { x: 100, y: 100 }, span: { x: 200, y: 120 } },
	...change
});
const note = (words: string, x: number) => ({
	...{ by: ana, kind: 'note' as const, sheet: '1', words },
	spot: { x, y: 100 }
});
const open = () => {
	const doc = new Y.Doc();
	return { doc, board: boardDocument(doc) };
};

test('an arrow follows the notes it is attached to, and points where it pointed when they are gone', () => {
	const { board } = open();
	const [from, to] = [addNote(board, note('a bad night', 0)), addNote(board, note('no sleep', 600))];
	const id = addShape(board, shape({ kind: 'arrow', from, to, span: { x: 300, y: 0 } }));
	const ends = () => shapeEnds(board, readShape(board, id)!);
	expect(ends().start.x).toBeGreaterThan(240);
	expect(ends().end.x).toBeLessThan(600);
	const before = ends();
	moveNote(board, to, { x: 600, y: 700, sheet: '1', mover: ana });
	expect(ends().end.y).toBeGreaterThan(before.end.y + 100);
	letGo(board, readShape(board, id)!);
	const left = ends();
	board.notes.delete(to);
	expect(ends()).toEqual(left);
});

test('nothing of a shape leaves its sheet, whatever is asked for', () => {
	const { board } = open();
	const id = addShape(board, shape({ spot: { x: 9000, y: -50 } }));
	expect(readShape(board, id)!.place).toMatchObject({ x: 1400, y: 0 });
	changeShape(board, id, { span: { x: 1e9, y: -4 } });
	expect(readShape(board, id)!.span).toEqual({ x: 1600, y: 16 });
	const line = addShape(board, shape({ kind: 'line', spot: { x: 10, y: 10 }, span: { x: -500, y: 40 } }));
	expect(readShape(board, line)!.place).toMatchObject({ x: 500, y: 10 });
});

test('another who may puts a shape elsewhere beside it; its author takes it back by moving it', () => {
	const { board } = open();
	const id = addShape(board, shape({}));
	const value = board.shapes.get(id);
	moveShape(board, id, { x: 700, y: 400, sheet: '1', mover: ben });
	expect(board.shapes.get(id)).toBe(value);
	expect(readShape(board, id)!.place).toMatchObject({ x: 700, y: 400 });
	moveShape(board, id, { x: 20, y: 20, sheet: '1', mover: ana });
	expect(readShape(board, id)!.place).toMatchObject({ x: 20, y: 20 });
});

test('shapes are kept in drawing, SVG and text as they lay, and come in the replay when they were made', () => {
	const { doc, board } = open();
	const [from, to] = [addNote(board, note('a bad night', 0)), addNote(board, note('no sleep', 600))];
	addShape(board, shape({ kind: 'stamp', stamp: 'star', layer: 1, spot: { x: 20, y: 120 } }));
	addShape(board, shape({ kind: 'arrow', from, to, by: ben, layer: -1 }));
	setNoteLayer(board, to, 2);
	const kept = boardJson(doc, { template: 'blank' });
	expect(JSON.parse(JSON.stringify(kept))).toEqual(kept);
	const [drawing] = boardDrawings(kept);
	const kinds = drawing!.shapes.map(({ kind }) => kind);
	expect(kinds).toEqual(['outline', 'box', 'words', 'outline', 'box', 'words']);
	expect(boardSvg(drawing!, 'light')).toMatch(/<path d="M[^"]+" fill="#1e5c60" fill-opacity="0.14" stroke=/);
	expect(boardText(kept, names).slice(2)).toEqual([
		'Ben: Arrow from “a bad night” to “no sleep” (teal)',
		'Ana: Star (teal)'
	]);
	const sheet = kept.sheets[0]!;
	expect(thingsOn(sheet)).toBe(4);
	expect(sheetAfter(sheet, 3).shapes).toMatchObject([{ kind: 'stamp' }]);
});

test('S12 what its author takes back is gone with all they drew, and an arrow says nothing of a note that is gone', () => {
	const { doc, board } = open();
	const from = addNote(board, note('withdrawn-canary', 0));
	addShape(board, shape({ kind: 'arrow', from, by: ben }));
	addShape(board, shape({ kind: 'stamp', stamp: 'sad' }));
	const kept = boardJson(doc, { template: 'blank' });
	const mine = kept.sheets[0]!.shapes!.find(({ by }) => by === ana)!.item!;
	expect(boardWithout(kept, mine).sheets[0]!.shapes).toMatchObject([{ by: ben, kind: 'arrow' }]);
	const without = boardWithout(kept, from);
	expect(boardText(without, names).toSorted()).toEqual(['Ana: Sad (teal)', 'Ben: Arrow (teal)']);
	expect(JSON.stringify(without)).not.toContain('canary');
});

test('what is grouped is chosen together until its group is taken apart by one who may', () => {
	const { board } = open();
	const [one, two, three] = [shape({}), shape({}), shape({})].map((each) => addShape(board, each));
	addGroup(board, { by: ana, things: [one!, two!] });
	expect(withGroups(board, [one!]).sort()).toEqual([one!, two!].sort());
	expect(withGroups(board, [three!])).toEqual([three]);
	takeApart(board, [two!], (by) => by === ben);
	expect(withGroups(board, [one!])).toHaveLength(2);
	takeApart(board, [two!], (by) => by === ana);
	expect(withGroups(board, [one!])).toEqual([one]);
});

test('a shape that cannot be read is left out: anyone in the room may have written it', () => {
	const { board } = open();
	const good = { ...(board.shapes.get(addShape(board, shape({}))) as object) };
	const odd = [
		{ kind: 'spiral' },
		{ x: NaN },
		{ by: 4 },
		{ sheet: null },
		{ kind: 'stamp', stamp: '__proto__' }
	];
	for (const [index, change] of odd.entries()) board.shapes.set(`odd${index}`, { ...good, ...change });
	board.shapes.set('far', { ...good, layer: 1e300, angle: 1e9, pen: 'constructor' });
	expect(shapesOf(board).map(({ pen, layer }) => [pen, layer])).toEqual([
		['teal', 0],
		['ink', 0]
	]);
});
