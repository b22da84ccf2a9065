import { expect, test } from 'vitest';
import { acrossOf, heightOf, runsOf } from './mood-line.ts';

test('a line is broken where a session has no mood, and a lone mood is a run of its own', () => {
	expect(runsOf([1, 2, null, 4, null, null, 7]).map((run) => run.map(({ index }) => index))).toEqual([
		[0, 1],
		[3],
		[6]
	]);
	expect(runsOf([null, null])).toEqual([]);
});

test('sessions stand evenly, one alone in the middle; a mood never leaves the chart', () => {
	expect(acrossOf(0, 1)).toBe(0.5);
	expect([0, 1, 2, 3].map((index) => acrossOf(index, 4))).toEqual([0.125, 0.375, 0.625, 0.875]);
	expect([-1, 0, 2.5, 10, 11].map(heightOf)).toEqual([0, 0, 0.25, 1, 1]);
});
