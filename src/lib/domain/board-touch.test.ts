import { expect, test } from 'vitest';
import type { Spot } from './board.ts';
import type { ShapeKind } from './board-shape.ts';
import { isOnShape } from './board-touch.ts';

const ENDS = { start: { x: 100, y: 100 }, end: { x: 300, y: 200 } };
const touches = (kind: ShapeKind, spot: Spot, angle = 0) =>
	isOnShape({ kind, angle }, ENDS, { spot, reach: 8 });

test.each<[string, ShapeKind, Spot, boolean]>([
	['the edge of a box', 'rectangle', { x: 102, y: 150 }, true],
	['the inside of a box', 'rectangle', { x: 200, y: 150 }, false],
	['beside a box', 'rectangle', { x: 320, y: 150 }, false],
	['the edge of an ellipse', 'ellipse', { x: 300, y: 150 }, true],
	['the corner of the box around an ellipse', 'ellipse', { x: 101, y: 101 }, false],
	['the inside of an ellipse', 'ellipse', { x: 200, y: 150 }, false],
	['a line', 'line', { x: 200, y: 154 }, true],
	['beside a line', 'arrow', { x: 200, y: 180 }, false],
	['beyond the end of a line', 'arrow', { x: 320, y: 210 }, false],
	['anywhere on a stamp', 'stamp', { x: 200, y: 150 }, true]
])('%s', (_where, kind, spot, isOn) => expect(touches(kind, spot)).toBe(isOn));

test('a shape that was turned is touched where it is seen', () => {
	// By a quarter: its upright sides are 50 from the middle now, those above and below 100.
	expect(touches('rectangle', { x: 150, y: 150 }, 90)).toBe(true);
	expect(touches('rectangle', { x: 102, y: 150 }, 90)).toBe(false);
});
