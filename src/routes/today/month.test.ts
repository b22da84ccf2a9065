import { expect, test } from 'vitest';
import { monthOf } from './month.ts';

test('a month that begins on a Sunday begins at the end of its first week', () => {
	const weeks = monthOf(new Date(2026, 10, 24));
	expect(weeks[0]).toEqual([null, null, null, null, null, null, 1]);
	expect(weeks.at(-1)).toEqual([30, null, null, null, null, null, null]);
});
