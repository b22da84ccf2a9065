import { expect, test } from 'vitest';
import { SHEET_HEIGHT, SHEET_WIDTH, type Spot } from './board.ts';
import { noteHeight } from './board-drawing.ts';
import { NOTE_SIZE } from './board-note-size.ts';
import { inClusters, tidied } from './board-tidy.ts';

const note = (words = 'a few words') => ({ kind: 'note' as const, words });
const LONG = 'a note that goes on and on about what happened that night and the next day, too';
const several = (count: number) =>
	Array.from({ length: count }, (_, index) => note(index % 3 ? 'short' : LONG));

/** Fails when any of these notes covers another or leaves the sheet. */
function expectApart(notes: readonly (ReturnType<typeof note> & Spot)[]): void {
	for (const [index, a] of notes.entries()) {
		expect(a.x).toBeGreaterThanOrEqual(0);
		expect(a.y).toBeGreaterThanOrEqual(0);
		expect(a.x + NOTE_SIZE.width).toBeLessThanOrEqual(SHEET_WIDTH);
		expect(a.y + noteHeight(a)).toBeLessThanOrEqual(SHEET_HEIGHT);
		for (const b of notes.slice(index + 1)) {
			const isApart =
				Math.abs(a.x - b.x) >= NOTE_SIZE.width || a.y >= b.y + noteHeight(b) || b.y >= a.y + noteHeight(a);
			expect(isApart, `${JSON.stringify(a)} over ${JSON.stringify(b)}`).toBe(true);
		}
	}
}
const lying = (notes: readonly ReturnType<typeof note>[], spots: readonly Spot[]) =>
	notes.map((one, index) => ({ ...one, ...spots[index]! }));

test.each([1, 2, 5, 9, 14])('%i notes lie in a grid, in their order, none over another', (count) => {
	const notes = several(count);
	const spots = tidied(notes, { near: { x: 200, y: 100 }, staying: [] });
	expectApart(lying(notes, spots));
	const inOrder = spots.toSorted((a, b) => a.y - b.y || a.x - b.x);
	expect(spots).toEqual(inOrder);
});

test('they keep clear of notes that stay, and as near to where they were as that lets them', () => {
	const notes = several(4);
	const staying = [{ ...note(LONG), x: 420, y: 200 }];
	const spots = tidied(notes, { near: { x: 300, y: 150 }, staying });
	expectApart([...lying(notes, spots), ...staying]);
	expect(Math.hypot(spots[0]!.x - 300, spots[0]!.y - 150)).toBeLessThan(500);
});

test('more notes than a sheet holds all lie on it', () => {
	const spots = tidied(several(60), { near: { x: 0, y: 0 }, staying: [] });
	expect(spots).toHaveLength(60);
	for (const { x, y } of spots) {
		expect(x).toBeLessThanOrEqual(SHEET_WIDTH - NOTE_SIZE.width);
		expect(y).toBeLessThanOrEqual(SHEET_HEIGHT - NOTE_SIZE.height);
	}
});

test('clusters stand side by side, no two in one column', () => {
	const clusters = [several(3), several(7), several(1)];
	const spots = inClusters(clusters, []);
	expectApart(clusters.flatMap((notes, index) => lying(notes, spots[index]!)));
	const columns = spots.map((own) => new Set(own.map(({ x }) => x)));
	const [first, second, third] = columns;
	for (const x of [...first!, ...third!]) expect(second!.has(x)).toBe(false);
});

test('more clusters than columns still cover nothing', () => {
	const clusters = Array.from({ length: 9 }, () => several(2));
	const spots = inClusters(clusters, []);
	expectApart(clusters.flatMap((notes, index) => lying(notes, spots[index]!)));
});
