import { expect, test } from 'vitest';
import { Isolation } from './isolation.ts';

test('who reaches nobody is told after ten seconds, and no longer than it lasts', () => {
	const isolation = new Isolation();
	const heard = [0, 9_999, 10_000, 30_000].map((now) => isolation.hear(now, true));
	expect(heard).toEqual([false, false, true, true]);
	expect(isolation.hear(30_100, false)).toBe(false);
	expect(isolation.hear(31_000, true)).toBe(false);
	expect(isolation.hear(41_000, true)).toBe(true);
});

test('a link that comes and goes starts the wait anew', () => {
	const isolation = new Isolation();
	isolation.hear(0, true);
	isolation.hear(6_000, false);
	expect(isolation.hear(12_000, true)).toBe(false);
});
