import { Writable, type Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import { expect, test } from 'vitest';
import type { WebSocket } from 'ws';
import * as Y from 'yjs';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { updateMessage } from '../../src/lib/protocol/messages.ts';
import { frameOf } from './frame.ts';
import { Outlet } from './outlet.ts';

/** A socket whose reader reads when told. */
function stalledSocket() {
	let read: (() => void) | null = null;
	const messages: Uint8Array[] = [];
	let fragments: Uint8Array[] = [];
	const raw = new Writable({
		highWaterMark: 16 * 1024,
		write(chunk: Buffer, _encoding, done) {
			messages.push(messageOf(chunk));
			read = done;
		}
	});
	const closed: number[] = [];
	const callbacks: (() => void)[] = [];
	const socket = {
		...{ OPEN: 1, readyState: 1 },
		close: (code: number) => void closed.push(code),
		terminate: () => undefined,
		once: () => undefined,
		resume: () => undefined,
		send: (chunk: Uint8Array, { fin }: { fin: boolean }, sent: () => void) => {
			fragments.push(chunk);
			callbacks.push(sent);
			if (!fin) return;
			messages.push(Buffer.concat(fragments));
			fragments = [];
		}
	};
	const told = { presence: 0, resync: 0 };
	const clock = { now: 0 };
	const refill = { presence: () => void told.presence++, resync: () => void told.resync++ };
	const outlet = new Outlet(
		socket as unknown as WebSocket,
		raw as unknown as Duplex,
		refill,
		() => clock.now
	);
	return {
		...{ outlet, raw, messages, closed, told, clock },
		readFragment: () => callbacks.shift()?.(),
		async readAll() {
			while (raw.writableLength > 0 || callbacks.length > 0) {
				const next = read;
				read = null;
				next?.();
				callbacks.shift()?.();
				await new Promise((resolve) => setImmediate(resolve));
			}
		}
	};
}

const UPDATES = makeUpdates(40, 30_000);

function makeUpdates(count: number, bytes: number): Uint8Array[] {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let n = 0; n < count; n++) doc.getArray('rows').push(['x'.repeat(bytes)]);
	return updates;
}

const relay = (outlet: Outlet, update: Uint8Array) =>
	outlet.relay({ frame: frameOf(updateMessage(update)), update, withPresence: null });

test('P44 a slow reader gets what it missed as one update when it has read', async () => {
	const { outlet, raw, messages, readAll, closed } = stalledSocket();
	for (const update of UPDATES.slice(0, 20)) relay(outlet, update);
	expect(raw.writableLength).toBeLessThan(256 * 1024 + 31_000);
	await readAll();
	expect(closed).toEqual([]);
	expect(messages.length).toBeLessThan(12);
	const reader = new Y.Doc();
	for (const message of messages) Y.applyUpdate(reader, updateIn(message));
	expect(reader.getArray('rows').length).toBe(20);
});

test('P44 a reader more than 1 MB behind is closed, and never cost more than that', () => {
	const { outlet, raw, closed } = stalledSocket();
	for (const update of UPDATES) relay(outlet, update);
	expect(closed[0]).toBe(CLOSE.TOO_SLOW);
	expect(raw.writableLength).toBeLessThan(2 * 1024 * 1024);
});

test('P44 presence is skipped above 64 KB, and sent whole when the reader is back', async () => {
	const { outlet, raw, told, readAll } = stalledSocket();
	for (const update of UPDATES.slice(0, 3)) relay(outlet, update);
	const before = raw.writableLength;
	outlet.sendPresence(frameOf(new Uint8Array(100)));
	expect(raw.writableLength).toBe(before);
	await readAll();
	expect(told.presence).toBe(1);
});

test('P44 a reader that is behind for 15 s is closed', () => {
	const { outlet, clock, closed } = stalledSocket();
	for (const update of UPDATES.slice(0, 12)) relay(outlet, update);
	clock.now = 14_000;
	outlet.endIfBehind();
	expect(closed).toEqual([]);
	clock.now = 15_001;
	outlet.endIfBehind();
	expect(closed[0]).toBe(CLOSE.TOO_SLOW);
});

test('P44 a large first sync may take its time, as long as some of it is read', () => {
	const { outlet, clock, closed, told, readFragment } = stalledSocket();
	outlet.sendLong(new Uint8Array(1024 * 1024));
	for (const update of UPDATES) relay(outlet, update);
	for (let n = 0; n < 16; n++) {
		clock.now += 10_000;
		outlet.endIfBehind();
		readFragment();
	}
	expect(closed).toEqual([]);
	// Too much has come meanwhile to remember: the difference is made anew.
	expect(told.resync).toBe(1);
});

/** What a frame holds after its header. */
function messageOf(frame: Buffer): Uint8Array {
	return frame.subarray(frame[1]! < 126 ? 2 : frame[1] === 126 ? 4 : 10);
}

function updateIn(message: Uint8Array): Uint8Array {
	const decoder = decoding.createDecoder(message);
	decoding.readVarUint(decoder);
	decoding.readVarUint(decoder);
	return decoding.readVarUint8Array(decoder);
}
