import { expect, test } from 'vitest';
import { bodyParts, scanAt } from './body-scan.ts';
import { SETTLE_MS } from './breathing.ts';

const pace = { startedAt: 1_000_000, secondsAPart: 30, order: 'from-feet' as const };
const at = (seconds: number, order: 'from-feet' | 'from-head' = 'from-feet') =>
	scanAt({ ...pace, order }, pace.startedAt + SETTLE_MS + seconds * 1000);

test('there is time to settle, and then each part has as long as the others', () => {
	expect(scanAt(pace, pace.startedAt)).toEqual({ is: 'settling', secondsLeft: 8 });
	expect(at(0)).toMatchObject({ is: 'part', number: 1, secondsLeft: 30, part: { id: 'feet' } });
	expect(at(29.5)).toMatchObject({ number: 1, secondsLeft: 1 });
	expect(at(30)).toMatchObject({ number: 2, part: { id: 'calves' } });
});

test('someone who comes in late is at the same part as the others', () => {
	expect(at(4 * 30 + 12)).toMatchObject({ is: 'part', part: { id: 'belly' }, number: 5, secondsLeft: 18 });
});

test('the way goes up from the feet or down from the head, and ends with all of the body', () => {
	const ways = (['from-feet', 'from-head'] as const).map((order) => bodyParts(order).map(({ id }) => id));
	expect(ways[0]?.slice(0, 2)).toEqual(['feet', 'calves']);
	expect(ways[1]?.slice(0, 2)).toEqual(['head', 'face']);
	for (const way of ways) expect(way.at(-1)).toBe('whole');
	expect([...ways[0]!].sort()).toEqual([...ways[1]!].sort());
	expect(at(0, 'from-head')).toMatchObject({ part: { id: 'head' } });
});

test('it ends after the last part', () => {
	const whole = bodyParts('from-feet').length * 30;
	expect(at(whole - 0.001)).toMatchObject({ is: 'part', part: { id: 'whole' } });
	expect(at(whole)).toEqual({ is: 'over' });
});
