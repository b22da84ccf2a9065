import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { reportSpeaking } from './speaking-time.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what the microphone hears is told now and then, silence never, and nothing after leaving', () => {
	let speaks = true;
	const told: number[] = [];
	const stop = reportSpeaking(
		() => speaks,
		(ms) => Promise.resolve(told.push(ms))
	);
	vi.advanceTimersByTime(5_500);
	speaks = false;
	vi.advanceTimersByTime(40_000);
	expect(told).toEqual([5_000]);
	speaks = true;
	stop();
	vi.advanceTimersByTime(60_000);
	expect(told).toHaveLength(1);
});
