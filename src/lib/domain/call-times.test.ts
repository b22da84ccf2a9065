import { expect, test } from 'vitest';
import { minutesInWords, NO_CALL_TIMES, withReport } from './call-times.ts';

test('reports add up, and none covers more than the time since the last', () => {
	const first = withReport(NO_CALL_TIMES, { voiceMs: 40_000, textMs: 20_000, weakMs: 30_000 }, 60_000);
	expect(first).toEqual({ voiceMs: 40_000, textMs: 20_000, weakMs: 30_000 });
	const flood = withReport(first, { voiceMs: 60_000, textMs: 0, weakMs: 60_000 }, 6_000);
	expect(flood).toEqual({ voiceMs: 46_000, textMs: 20_000, weakMs: 36_000 });
	expect(withReport(first, NO_CALL_TIMES, 60_000)).toEqual(first);
	expect(withReport(first, { voiceMs: 5_000, textMs: 0, weakMs: 0 }, -1)).toEqual(first);
});

test('times are told in whole minutes', () => {
	expect([0, 20_000, 60_000, 125_000].map(minutesInWords)).toEqual([
		...['–', 'under a minute', '1 min', '2 min']
	]);
});
