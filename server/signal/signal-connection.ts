import type { WebSocket } from 'ws';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { SIGNAL_CLOSE, type ServerMessage, type SignalEnd } from '../../src/lib/protocol/signal-protocol.ts';
import { TokenBucket } from './token-bucket.ts';

/** A browser that does not read loses its socket rather than making us remember for it (R33). */
const UNREAD_BYTES = 1024 * 1024;
/** A newcomer offers to eleven people, with some twenty candidates each, at once. */
const BURST_FRAMES = 400;
const FRAMES_A_SECOND = 40;
/** How long a browser may take to answer our close. */
const CLOSING_MS = 2_000;

export interface Caller {
	id: string;
	person: PersonId;
	/** The sign-in it came with: when that ends, so does this. */
	signIn: string;
	/** When its ticket was issued: the newest of a person is the one that counts. */
	issuedAt: number;
}

/** One browser's signalling socket. */
export class SignalConnection {
	readonly caller: Caller;
	readonly #socket: WebSocket;
	readonly #bucket: TokenBucket;
	readonly #now: () => number;
	#heardAt: number;

	constructor(socket: WebSocket, caller: Caller, now: () => number) {
		this.caller = caller;
		this.#socket = socket;
		this.#now = now;
		this.#heardAt = now();
		this.#bucket = new TokenBucket(BURST_FRAMES, FRAMES_A_SECOND, now);
	}

	/** Whether this frame is within what a person's call needs; also notes that the browser is alive. */
	mayReceive(): boolean {
		this.#heardAt = this.#now();
		return this.#bucket.take();
	}

	/** How long nothing was heard of it, in ms. */
	get silence(): number {
		return this.#now() - this.#heardAt;
	}

	send(message: ServerMessage): void {
		if (this.#socket.readyState !== this.#socket.OPEN) return;
		if (this.#socket.bufferedAmount > UNREAD_BYTES) return this.#socket.terminate();
		this.#socket.send(JSON.stringify(message));
	}

	end(why: SignalEnd): void {
		endSocket(this.#socket, why);
	}
}

/** Closes with the reason's code, and cuts a browser that does not answer the close. */
export function endSocket(socket: WebSocket, why: SignalEnd): void {
	if (socket.readyState !== socket.OPEN) return;
	// A socket that was never welcomed is paused: it must read the answer to our close.
	socket.resume();
	socket.close(SIGNAL_CLOSE[why], why);
	const overdue = setTimeout(() => socket.terminate(), CLOSING_MS);
	overdue.unref();
	socket.once('close', () => clearTimeout(overdue));
}
