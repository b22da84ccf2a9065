import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MediaTicket } from '#lib/protocol/media-ticket.ts';
import type { PeerJs } from './peerjs.ts';
import { SignalLine } from './signal-line.ts';

/** As much of PeerJS as keeps a line: what it is asked for is written down. */
class LinePeer {
	static asked: string[] = [];
	id: string | null = 'me';
	open = false;
	disconnected = false;
	destroyed = false;
	socket = { send: () => undefined, start: () => undefined };
	readonly #listeners = new Map<string, () => void>();
	on(event: string, listener: () => void) {
		this.#listeners.set(event, listener);
	}
	_handleMessage() {}
	becomeOpen() {
		this.open = true;
		this.#listeners.get('open')?.();
	}
	disconnect() {
		if (this.disconnected) return;
		LinePeer.asked.push('disconnect');
		Object.assign(this, { open: false, disconnected: true });
		this.#listeners.get('disconnected')?.();
	}
	reconnect() {
		LinePeer.asked.push('reconnect');
		this.disconnected = false;
	}
	destroy() {
		this.destroyed = true;
	}
}

let line: SignalLine;
let peer: LinePeer;
let states: string[];

beforeEach(() => {
	vi.useFakeTimers();
	vi.stubGlobal('location', { protocol: 'https:', hostname: 'hearth.test', port: '' });
	vi.stubGlobal('addEventListener', () => undefined);
	vi.stubGlobal(
		'document',
		Object.assign(new EventTarget(), { visibilityState: 'hidden' as DocumentVisibilityState })
	);
	LinePeer.asked = [];
	states = [];
	line = new SignalLine(
		{ Peer: LinePeer } as unknown as PeerJs,
		{ id: 'me', path: '/signal/', token: 't' } as MediaTicket,
		{},
		{ state: (state) => states.push(state), message: () => false }
	);
	peer = line.peer as unknown as LinePeer;
	peer.becomeOpen();
});
afterEach(() => {
	line.close();
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

test('on another network a line that seems open is opened anew at once, also while nobody looks', () => {
	line.reopen();
	expect(LinePeer.asked).toEqual(['disconnect', 'reconnect']);
	vi.advanceTimersByTime(3_000);
	expect(LinePeer.asked).toEqual(['disconnect', 'reconnect']);
	peer.becomeOpen();
	expect(states).toEqual(['open', 'away', 'open']);
});

test('a line that waits to try again waits no longer, and its next wait is short again', () => {
	for (let time = 0; time < 4; time++) {
		peer.disconnect();
		vi.advanceTimersByTime(2_000);
	}
	peer.disconnect();
	LinePeer.asked = [];
	line.reopen();
	expect(LinePeer.asked).toEqual(['reconnect']);
	peer.disconnect();
	vi.advanceTimersByTime(250);
	expect(LinePeer.asked).toEqual(['reconnect', 'disconnect', 'reconnect']);
});

test('a line that was closed stays closed', () => {
	line.close();
	line.reopen();
	expect(LinePeer.asked).toEqual([]);
});
