import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { sheetAfter, thingsOn } from '../../src/lib/domain/board-growth.ts';
import { addNote, removeNote } from '../../src/lib/domain/board-notes.ts';
import { nextTurn } from '../../src/lib/domain/board-order.ts';
import { addStroke, removeStroke } from '../../src/lib/domain/board-strokes.ts';
import { TestEvening, type Name } from '../../tests/support/evening.ts';
import { readPdf } from '../../tests/support/pdf-text.ts';
import { auditRows } from '../store/audit-log.ts';
import { versionsOf } from '../store/artifacts.ts';
import { BoardFiles } from './board-files.ts';
import { boardPdf } from './pdf/board-pdf.ts';
import { openKept } from './sealed-artifact.ts';

/** What is kept of a board, and what may be taken out of Hearth. */

const ERASED = 'erased-canary';
const LINE = {
	points: [
		[10, 10, 0.5],
		[200, 90, 0.5]
	] as [number, number, number][],
	pressed: false
};
let evening: TestEvening;
let files: BoardFiles;
let nameless: string;
let mine: string;

beforeEach(async () => {
	evening = await TestEvening.open();
	files = new BoardFiles(evening.ground, evening.reviews);
	const { Ana, Ben } = evening.people;
	evening.write('board', { step: evening.step('What helps us') }, (doc) => {
		const board = boardDocument(doc);
		const note = { kind: 'note' as const, sheet: '1', spot: { x: 20, y: 20 } };
		const ink = { sheet: '1', pen: 'teal' as const, width: 8, marker: false, ink: LINE };
		addNote(board, { ...note, by: Ben, words: 'first-note' });
		addStroke(board, { ...ink, by: Ana, turn: nextTurn(board) });
		const gone = addNote(board, { ...note, by: Ana, words: ERASED });
		mine = addNote(board, { ...note, by: Ana, words: 'second-note', spot: { x: 400, y: 20 } });
		nameless = addNote(board, { ...note, by: null, words: 'third-note', spot: { x: 700, y: 20 } });
		removeNote(board, gone);
		const rubbed = addStroke(board, { ...ink, by: Ben, turn: nextTurn(board) });
		removeStroke(board, rubbed);
	});
	evening.desk((desk) => desk.authors.set(nameless, Ana));
	await evening.keep();
});
afterEach(() => evening.close());

async function kept(name: Name = 'Ana') {
	const { open } = await evening.artifacts.ofSession(evening.as(name), evening.session.id);
	const artifact = open.find(({ body }) => body.kind === 'board');
	if (artifact?.body.kind !== 'board') throw new Error('No board was kept.');
	return { ...artifact, board: artifact.body.board };
}
const file = async (name: Name, form: 'svg' | 'pdf' | 'txt', sheet = 1) =>
	files.get(evening.as(name), (await kept()).id, { form, sheet });

test('R47 R52 a board can be saved as drawing, PDF and text by who was there; each time is in the audit log', async () => {
	const svg = (await file('Ana', 'svg'))!.bytes.toString();
	expect(svg).toMatch(/^<svg/);
	expect(svg).toContain('first-note');
	expect((await file('Ben', 'pdf'))!.bytes.subarray(0, 5).toString()).toBe('%PDF-');
	const review = (await evening.reviews.one(evening.as('Ana'), (await kept()).id))!;
	expect(readPdf(await boardPdf(review, { compress: false })).words).toContain('second-note');
	const text = (await file('Ben', 'txt'))!;
	expect(text.bytes.toString().split('\r\n')).toEqual([
		'Ben: first-note (sun)',
		'Ana: second-note (sun)',
		'third-note (sun)',
		'Ana: A line drawn by hand (teal)',
		''
	]);
	expect(text.name).toMatch(/^hearth-2026-11-24-board\.txt$/);
	const exported = (await auditRows(evening.ground.store.db)).filter(
		({ action }) => action === 'artifact.export'
	);
	expect(exported.map(({ detail }) => detail)).toEqual(['svg', 'pdf', 'txt']);
});

test('R21 R22 who was not there gets no file, and a sheet that is not there is as unknown', async () => {
	expect(await file('Elif', 'svg')).toBeNull();
	expect(await file('Ana', 'svg', 9)).toBeNull();
});

test('S12 a replay is told from what is there at the end: in the order it came, without what was erased', async () => {
	const { board } = await kept();
	const [sheet] = board.sheets;
	expect(thingsOn(sheet!)).toBe(4);
	const after = (count: number) => {
		const { strokes, notes } = sheetAfter(sheet!, count);
		return [strokes.length, ...notes.map(({ words }) => words)];
	};
	expect([0, 1, 2, 3, 4].map(after)).toEqual([
		[0],
		[0, 'first-note'],
		[1, 'first-note'],
		[1, 'first-note', 'second-note'],
		[1, 'first-note', 'second-note', 'third-note']
	]);
});

test('S12 what an author takes back of a board, named, nameless or drawn, is in no version, replay or file', async () => {
	const { id, mine: ofAna } = await kept('Ana');
	expect(ofAna.toSorted()).toEqual([mine, nameless, 'ink-1'].toSorted());
	expect((await kept('Ben')).mine).not.toContain(nameless);
	for (const item of ofAna) {
		for (const name of ['Ben', 'Dana'] as const) {
			await expect(
				evening.artifacts.withdraw(evening.as(name), { artifact: id, item })
			).rejects.toMatchObject({ reason: 'not-found' });
		}
		await evening.artifacts.withdraw(evening.as('Ana'), { artifact: id, item });
	}
	const { board } = await kept('Ben');
	expect(board.withdrawn).toBe(3);
	expect(thingsOn(board.sheets[0]!)).toBe(1);
	const rows = await versionsOf(evening.ground.store.db, id);
	const everything = JSON.stringify([
		rows.map((row) => openKept(evening.ground.vault, row)),
		evening.papers.docOf(evening.session.id, 'board').toJSON(),
		(await file('Ben', 'svg'))!.bytes.toString(),
		(await file('Ben', 'txt'))!.bytes.toString()
	]);
	for (const canary of ['second-note', 'third-note', ERASED]) expect(everything).not.toContain(canary);
	expect(everything).toContain('first-note');
	expect(evening.papers.docOf(evening.session.id, 'board').getMap('strokes').size).toBe(0);
});
