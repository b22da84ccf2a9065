import { expect, test } from 'vitest';
import { circleColumns } from './circle-columns.ts';

test('the circle is as near to square as it can be', () => {
	expect([0, 1, 2, 4, 5, 9, 10, 12].map(circleColumns)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
});
