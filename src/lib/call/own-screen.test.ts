import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Seat } from '#lib/domain/room.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { OwnScreen } from './own-screen.svelte.ts';

class Track extends EventTarget {
	stopped = false;
	contentHint = '';
	stop() {
		this.stopped = true;
	}
}

let track: Track;
let told: string[];
let answer: () => Promise<void>;
let screen: OwnScreen;
const seat = (shown: Seat['screen']) => ({ screen: shown }) as Seat;

beforeEach(() => {
	track = new Track();
	told = [];
	answer = async () => undefined;
	vi.stubGlobal('navigator', {
		mediaDevices: { getDisplayMedia: async () => ({ getVideoTracks: () => [track] }) }
	});
	screen = new OwnScreen({
		send: (sent) => told.push(sent ? 'sent' : 'not sent'),
		show: () => answer(),
		putAway: () => told.push('put away'),
		stopped: (why) => told.push(why),
		refused: () => told.push('refused')
	});
});
afterEach(() => vi.unstubAllGlobals());

test('a screen is sent once the room has agreed, and ends with the browser’s own button', async () => {
	await screen.begin();
	screen.follow(seat('shown'));
	expect([screen.on, told]).toEqual([true, ['sent']]);
	track.dispatchEvent(new Event('ended'));
	expect([screen.on, track.stopped, told]).toEqual([false, true, ['sent', 'not sent', 'put away']]);
});

test('S07 a facilitator’s word ends it: nothing is sent any more, and the person is told', async () => {
	await screen.begin();
	// The room's document may come after the reply.
	screen.follow(seat('allowed'));
	expect(screen.on).toBe(true);
	screen.follow(seat('shown'));
	screen.follow(seat('no'));
	expect([screen.on, track.stopped, told]).toEqual([false, true, ['sent', 'not sent', 'by-facilitator']]);
});

test('what the room refuses is never sent', async () => {
	answer = () => Promise.reject(new Refusal('not-allowed', 'Please ask.'));
	await screen.begin();
	expect([screen.on, track.stopped, told]).toEqual([false, true, ['refused']]);
});

test('S20 after a reload the room still says it is mine: it is put away, and nothing begins by itself', () => {
	screen.follow(seat('shown'));
	expect([screen.on, told]).toEqual([false, ['put away']]);
});
