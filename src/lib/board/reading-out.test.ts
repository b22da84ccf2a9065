import { expect, test } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { addNote } from '#lib/domain/board-notes.ts';
import { addShape } from '#lib/domain/board-shape.ts';
import { addStroke } from '#lib/domain/board-strokes.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { BoardTools } from './board-tools.svelte.ts';
import { OpenBoard, type BoardSetting } from './open-board.svelte.ts';

const [ana, ben] = ['ana', 'ben'] as PersonId[] as [PersonId, PersonId];

test('who made what is read out by choice; a note without a name stays without one, and mine is always mine', () => {
	const doc = new Y.Doc();
	const open = new OpenBoard(
		{
			...{ doc, awareness: new Awareness(new Y.Doc()), template: 'blank', names: new Map([[ben, 'Ben']]) },
			...{ me: { person: ana, name: 'Ana' }, mayEdit: true, leads: false, restore: null, pictures: null }
		} satisfies BoardSetting,
		new BoardTools()
	);
	const board = boardDocument(doc);
	const note = { kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 }, words: 'sleep' };
	const ids = [ben, ana, null].map((by) => addNote(board, { ...note, by }));
	const star = { kind: 'stamp' as const, stamp: 'star' as const, pen: 'teal' as const, angle: 0 };
	const placed = { sheet: '1', spot: { x: 0, y: 0 }, span: { x: 60, y: 60 }, from: null, to: null };
	const shape = addShape(board, { by: ben, ...star, ...placed });
	const ink = { points: [[0, 0, 0.5] as [number, number, number]], pressed: false };
	const drawn = { by: ben, sheet: '1', pen: 'teal' as const, width: 8, marker: false, turn: 9, ink };
	const line = addStroke(board, drawn);
	const readOut = () => [
		...ids.map((id) => open.describe(open.state.note(id)!)),
		open.describeShape(open.state.shape(shape)!),
		open.describeLine(open.state.stroke(line)!)
	];
	expect(readOut()).toEqual([
		'Note by Ben, sun: sleep',
		'Note by you, sun: sleep',
		'Note without a name, sun: sleep',
		'Star, by Ben, teal',
		'Line by Ben, teal'
	]);
	open.tools.readsNames = false;
	expect(readOut()).toEqual([
		'Note, sun: sleep',
		'Note by you, sun: sleep',
		'Note, sun: sleep',
		'Star, teal',
		'Line, teal'
	]);
	open.close();
});
