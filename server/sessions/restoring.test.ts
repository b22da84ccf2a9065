import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { addNote, notesOf, removeNote } from '../../src/lib/domain/board-notes.ts';
import { addShape, shapesOf } from '../../src/lib/domain/board-shape.ts';
import { hideSheet, sheetsOf } from '../../src/lib/domain/board-sheets.ts';
import { addStroke, strokesOf } from '../../src/lib/domain/board-strokes.ts';
import type { PersonId, StepId } from '../../src/lib/domain/ids.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** An earlier state of a board's sheet, brought back as a new one. */

const INK = { points: [[10, 10, 0.5] as [number, number, number]], pressed: false };
let meeting: Meeting;
let step: StepId;
let dana: PersonId;
let [ana, ben]: PersonId[] = [];

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	step = meeting.steps[3]!.id;
	await meeting.say(dana, 'go-to-step', { step });
	await change((doc) => {
		const board = boardDocument(doc);
		const note = { kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 } };
		const first = addNote(board, { ...note, by: ana!, words: 'first' });
		const gone = addNote(board, { ...note, by: ana!, words: 'erased-canary' });
		addNote(board, { ...note, by: null, words: 'nameless-canary' });
		addStroke(board, { by: ben!, sheet: '1', pen: 'teal', width: 8, marker: false, turn: 10, ink: INK });
		addShape(board, {
			...{ by: ben!, kind: 'arrow', stamp: null, pen: 'ink', angle: 0, sheet: '1', from: first, to: null },
			...{ spot: { x: 300, y: 40 }, span: { x: 200, y: 0 } }
		});
		addNote(board, { ...note, by: ben!, words: 'last' });
		removeNote(board, gone);
	});
});
afterEach(() => meeting.end());

async function change(write: (doc: Y.Doc) => void) {
	const [head] = await meeting.heads('board');
	await meeting.app.documents.change([{ id: head!.id, change: write }]);
}
const restore = (things: number, by = dana, sheet = '1') =>
	meeting.say(by, 'restore-sheet', { step, sheet, things });
const onNewSheet = () =>
	meeting.read('board', (doc) => {
		const board = boardDocument(doc);
		const sheet = sheetsOf(board, 'blank').at(-1)!;
		return {
			...{ number: sheet.number, by: sheet.by },
			notes: notesOf(board).filter(({ place }) => place.sheet === sheet.id),
			strokes: strokesOf(board).filter((stroke) => stroke.sheet === sheet.id),
			shapes: shapesOf(board).filter(({ place }) => place.sheet === sheet.id)
		};
	});

test('S12 S11 the first things of a sheet come back on a new one, in their authors’ names, without what was erased and what has no name', async () => {
	await restore(3);
	const back = await onNewSheet();
	expect([back.number, back.by]).toEqual([2, dana]);
	expect(back.notes.map(({ by, words }) => [by, words])).toEqual([[ana, 'first']]);
	expect(back.strokes).toMatchObject([{ by: ben, ink: INK }]);
	// The arrow points at the copy of what it pointed at.
	expect(back.shapes).toMatchObject([{ by: ben, from: back.notes[0]!.id }]);
	await restore(100);
	expect((await onNewSheet()).notes.map(({ words }) => words).sort()).toEqual(['first', 'last']);
	expect(await meeting.read('board', (doc) => notesOf(boardDocument(doc)).length)).toBe(6);
});

test('S07 it is for one who leads, and brings nothing back of a sheet that is put away', async () => {
	await expect(restore(2, ana)).rejects.toMatchObject({ reason: 'not-allowed' });
	await expect(restore(2, dana, 'no-such-sheet')).rejects.toMatchObject({ reason: 'not-found' });
	await change((doc) => hideSheet(boardDocument(doc), '1'));
	await expect(restore(2)).rejects.toMatchObject({ reason: 'conflict' });
	expect((await onNewSheet()).number).toBe(1);
});
