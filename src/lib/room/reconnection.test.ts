import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Reconnection, type Surroundings } from './reconnection.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(random = 1) {
	const signs: Record<string, () => void> = {};
	const sign = (name: string) => (listener: () => void) => {
		signs[name] = listener;
		return () => undefined;
	};
	const surroundings: Surroundings = {
		onNetwork: sign('network'),
		onNetworkLost: sign('network lost'),
		onVisible: sign('visible')
	};
	const connect = vi.fn();
	const drop = vi.fn();
	const reconnection = new Reconnection({ connect, drop }, surroundings, () => random);
	return { reconnection, connect, drop, signs };
}

/** How long after a loss it comes back. */
function waitAfterLoss({ reconnection, connect }: ReturnType<typeof setUp>): number {
	connect.mockClear();
	reconnection.lost();
	let waited = 0;
	while (connect.mock.calls.length === 0 && waited < 60_000) {
		vi.advanceTimersByTime(100);
		waited += 100;
	}
	return waited;
}

test('P50 the waits double up to half a minute', () => {
	const set = setUp();
	const waits = Array.from({ length: 8 }, () => waitAfterLoss(set));
	expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test('a random part of the wait is taken, so that people do not come back all at once', () => {
	const set = setUp(0.5);
	expect([waitAfterLoss(set), waitAfterLoss(set)]).toEqual([300, 500]);
});

test('P50 it comes back at once when the network returns, and when the page is looked at', () => {
	const { reconnection, connect, signs } = setUp();
	reconnection.lost();
	signs['network']!();
	expect(connect).toHaveBeenCalledTimes(1);
	reconnection.lost();
	signs['visible']!();
	expect(connect).toHaveBeenCalledTimes(2);
	signs['visible']!();
	expect(connect).toHaveBeenCalledTimes(2);
});

test('P50 only five seconds in sync make the waits short again', () => {
	const set = setUp();
	for (let n = 0; n < 4; n++) waitAfterLoss(set);
	set.reconnection.synced();
	vi.advanceTimersByTime(4_000);
	expect(waitAfterLoss(set)).toBe(8_000);
	set.reconnection.synced();
	vi.advanceTimersByTime(5_000);
	expect(waitAfterLoss(set)).toBe(500);
});
