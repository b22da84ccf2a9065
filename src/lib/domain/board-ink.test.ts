import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { packInk, shiftInk, unpackInk, type Ink } from './board-ink.ts';
import { inkPath } from './board-outline.ts';
import { boardDocument } from './board.ts';
import { addStroke, strokesOf } from './board-strokes.ts';
import { newId, type PersonId } from './ids.ts';

const ana = newId<'person'>() as PersonId;

/** A wandering hand: `length` points about 9 units apart. */
function handwriting(length: number, random: () => number, pressed = false): Ink {
	let [x, y, heading] = [random() * 1400 + 100, random() * 800 + 100, random() * 6];
	const points: Ink['points'] = [];
	for (let index = 0; index < length; index++) {
		heading += random() - 0.5;
		x += Math.cos(heading) * (4 + random() * 10);
		y += Math.sin(heading) * (4 + random() * 10);
		points.push([x, y, pressed ? 0.3 + random() * 0.4 : 0.5]);
	}
	return { points, pressed };
}

test('packed ink comes back within an eighth of a unit, its pressure within a hundredth', () => {
	for (const pressed of [false, true]) {
		const ink = handwriting(400, Math.random, pressed);
		const back = unpackInk(packInk(ink))!;
		expect(back.pressed).toBe(pressed);
		expect(back.points).toHaveLength(400);
		for (const [index, [x, y, pressure]] of back.points.entries()) {
			expect(Math.abs(x - ink.points[index]![0])).toBeLessThanOrEqual(0.125);
			expect(Math.abs(y - ink.points[index]![1])).toBeLessThanOrEqual(0.125);
			expect(Math.abs(pressure - ink.points[index]![2])).toBeLessThan(0.01);
		}
		expect(packInk(back)).toEqual(packInk(ink));
	}
});

test('bytes that are not ink are no ink, however they were made', () => {
	for (const bytes of [[], [0], [2, 1, 1], [0, 1], [0, 0xff, 0xff], [0, ...Array(12).fill(0xff)], [1, 4, 4]])
		expect(unpackInk(Uint8Array.from(bytes))).toBeNull();
	expect(unpackInk(new Uint8Array(100_001))).toBeNull();
	for (let round = 0; round < 2000; round++) {
		const noise = crypto.getRandomValues(new Uint8Array(1 + (round % 40)));
		const ink = unpackInk(noise);
		for (const point of ink?.points ?? []) expect(point.every(Number.isFinite)).toBe(true);
	}
});

test('a moved stroke keeps its shape', () => {
	const ink = handwriting(20, Math.random);
	const moved = shiftInk(ink, 30, -12);
	expect(moved.points[7]![0] - ink.points[7]![0]).toBeCloseTo(30);
	expect(moved.points[7]![1] - ink.points[7]![1]).toBeCloseTo(-12);
});

test('a tap leaves a dot, a line leaves a closed path', () => {
	const dot: Ink = { points: [[100, 100, 0.5]], pressed: false };
	expect(inkPath(dot, { width: 8, marker: false })).toMatch(/^M.*Z$/);
	expect(inkPath(handwriting(30, Math.random), { width: 8, marker: true })).toMatch(/^M[-\d.,Q ]+Z$/);
});

test('5,000 strokes take at most 1.2 MB', () => {
	const doc = new Y.Doc();
	const board = boardDocument(doc);
	for (let turn = 0; turn < 5000; turn++) {
		// A third of the people draw with a pen that feels pressure.
		const ink = handwriting(45, Math.random, turn % 3 === 0);
		addStroke(board, { by: ana, sheet: '1', pen: 'teal', width: 8, marker: false, turn, ink });
	}
	const bytes = Y.encodeStateAsUpdate(doc).length;
	expect(bytes).toBeGreaterThan(500_000);
	expect(bytes).toBeLessThanOrEqual(1_200_000);
	const copy = new Y.Doc();
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	expect(strokesOf(boardDocument(copy))).toHaveLength(5000);
});
