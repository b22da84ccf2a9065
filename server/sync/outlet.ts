import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { CLOSE, type CloseCode } from '../../src/lib/protocol/close-codes.ts';
import { updateMessage } from '../../src/lib/protocol/messages.ts';
import { frameOf } from './frame.ts';
import { mergeUpdates } from './merge-updates.ts';

/** Above this many bytes queued, presence is skipped. */
const SKIP_PRESENCE_BYTES = 64 * 1024;
/** Above this, updates wait to be sent as one when the queue has drained. */
const HOLD_UPDATES_BYTES = 256 * 1024;
/** A socket that is this far behind, in bytes or in time, is closed to come back and resync. */
const BEHIND_BYTES = 1024 * 1024;
const BEHIND_MS = 15_000;
/** A message longer than this goes out in fragments, so that progress can be seen. */
const FRAGMENT_BYTES = 64 * 1024;
/** How long the other side may take to answer a close. */
const CLOSING_MS = 2_000;

/** What an outlet asks of its connection when it has drained. */
export interface Refill {
	/** Presence was skipped: send all of it. */
	presence(): void;
	/** More was missed than is remembered: send what is missing since the first sync. */
	resync(): void;
}

/** An update on its way to an audience, as a frame built once. */
export interface Relay {
	frame: Buffer;
	update: Uint8Array;
	/** The same with presence behind it, when some is due. */
	withPresence: Buffer | null;
}

/** The outgoing side of one socket: it never queues more than a slow reader may cost us (R33). */
export class Outlet {
	readonly #socket: WebSocket;
	readonly #raw: Duplex;
	readonly #refill: Refill;
	readonly #now: () => number;
	#long = false;
	#waiting: Buffer[] = [];
	#missed: Uint8Array[] = [];
	#missedBytes = 0;
	#lostTrack = false;
	#skippedPresence = false;
	#behindSince: number | null = null;
	sentAt: number;

	constructor(socket: WebSocket, raw: Duplex, refill: Refill, now: () => number) {
		this.#socket = socket;
		this.#raw = raw;
		this.#refill = refill;
		this.#now = now;
		this.sentAt = now();
		raw.on('drain', () => this.#catchUp());
	}

	get isOpen(): boolean {
		return this.#socket.readyState === this.#socket.OPEN;
	}

	/** Writes a frame, or keeps it until a long message is through. */
	send(frame: Buffer): void {
		if (!this.isOpen) return;
		if (this.#long) {
			this.#waiting.push(frame);
			return;
		}
		this.sentAt = this.#now();
		this.#raw.write(frame);
	}

	/** Writes presence, unless the socket has more to read already. */
	sendPresence(frame: Buffer): void {
		if (this.#long || this.#raw.writableLength > SKIP_PRESENCE_BYTES) this.#skippedPresence = true;
		else this.send(frame);
	}

	/** Writes what is of use at once or never, unless the socket has more to read already. */
	sendIfRead(frame: Buffer): void {
		if (!this.#long && this.#raw.writableLength <= SKIP_PRESENCE_BYTES) this.send(frame);
	}

	/** Writes an update that everyone gets; a slow socket gets it later, merged with others. */
	relay({ frame, update, withPresence }: Relay): void {
		const queued = this.#raw.writableLength;
		const isSlow = this.#long || this.#missed.length > 0 || this.#lostTrack || queued > HOLD_UPDATES_BYTES;
		if (!isSlow && queued <= SKIP_PRESENCE_BYTES) return this.send(withPresence ?? frame);
		if (withPresence) this.#skippedPresence = true;
		if (!isSlow) return this.send(frame);
		this.#behindSince ??= this.#now();
		if (this.#lostTrack) return;
		this.#missed.push(update);
		this.#missedBytes += update.length;
		if (this.#missedBytes + this.#raw.writableLength <= BEHIND_BYTES) return;
		if (!this.#long) return this.close(CLOSE.TOO_SLOW, 'too slow');
		this.#forgetMissed();
		this.#lostTrack = true;
	}

	/** Sends a message of any length; what comes meanwhile waits or is merged. */
	sendLong(message: Uint8Array): void {
		if (message.length <= FRAGMENT_BYTES || this.#long) return this.send(frameOf(message));
		this.#long = true;
		this.#behindSince = this.#now();
		this.#sendFragment(message, 0);
	}

	/** Ends a socket that has not caught up, or has not read a byte of a long message, for too long. */
	endIfBehind(): void {
		if (this.#behindSince !== null && this.#now() - this.#behindSince > BEHIND_MS) {
			this.close(CLOSE.TOO_SLOW, 'too slow');
		}
	}

	ping(): void {
		if (this.isOpen) this.#socket.ping();
	}

	/** Cuts a socket that does not answer. */
	end(): void {
		this.#socket.terminate();
	}

	close(code: CloseCode, reason: string): void {
		if (!this.isOpen) return;
		// A paused socket would not read the answer to our close.
		this.#socket.resume();
		this.#socket.close(code, reason);
		const overdue = setTimeout(() => this.#socket.terminate(), CLOSING_MS).unref();
		this.#socket.once('close', () => clearTimeout(overdue));
	}

	#sendFragment(message: Uint8Array, from: number): void {
		const to = Math.min(from + FRAGMENT_BYTES, message.length);
		const fin = to === message.length;
		this.#socket.send(message.subarray(from, to), { binary: true, fin }, (error) => {
			if (error) return;
			this.sentAt = this.#now();
			this.#behindSince = this.sentAt;
			if (!fin) return this.#sendFragment(message, to);
			this.#long = false;
			this.#catchUp();
		});
	}

	#catchUp(): void {
		if (this.#long || !this.isOpen) return;
		this.#behindSince = null;
		for (const frame of this.#waiting.splice(0)) this.send(frame);
		if (this.#lostTrack) {
			this.#lostTrack = false;
			this.#refill.resync();
		} else if (this.#missed.length > 0) {
			const update = mergeUpdates(this.#missed);
			this.#forgetMissed();
			this.sendLong(updateMessage(update));
		}
		if (this.#skippedPresence) {
			this.#skippedPresence = false;
			this.#refill.presence();
		}
	}

	#forgetMissed(): void {
		this.#missed = [];
		this.#missedBytes = 0;
	}
}
