import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CallTimes } from '#lib/domain/call-times.ts';
import { type ComesTo, reportCallTimes } from './call-report.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the call came to is told each minute, a whole call never, and nothing after leaving', () => {
	let now: ComesTo = { to: 'faces', isWeak: false };
	const told: CallTimes[] = [];
	const stop = reportCallTimes(
		() => now,
		(times) => Promise.resolve(told.push(times))
	);
	vi.advanceTimersByTime(60_000);
	expect(told).toEqual([]);
	now = { to: 'voice', isWeak: true };
	vi.advanceTimersByTime(20_000);
	now = { to: 'text', isWeak: false };
	vi.advanceTimersByTime(40_000);
	// Whether the last look comes before the report of the same moment is the browser's to say.
	expect(told).toMatchObject([{ voiceMs: 20_000, weakMs: 20_000 }]);
	expect([35_000, 40_000]).toContain(told[0]?.textMs);
	stop();
	vi.advanceTimersByTime(120_000);
	expect(told).toHaveLength(1);
});
