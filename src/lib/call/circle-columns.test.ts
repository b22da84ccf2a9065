import { expect, test } from 'vitest';
import { circleColumns } from './circle-columns.ts';

test('in a space as wide as it is high, a circle of people is about as wide as it is high', () => {
	expect([0, 1, 2, 4, 5, 6, 9, 12].map((people) => circleColumns(people, 4 / 3))).toEqual([
		1, 1, 2, 2, 3, 3, 3, 4
	]);
});

test('in a low space the tiles stand side by side, in a narrow one below each other', () => {
	expect(circleColumns(3, 4)).toBe(3);
	expect(circleColumns(8, 8)).toBe(8);
	expect(circleColumns(3, 0.4)).toBe(1);
});
