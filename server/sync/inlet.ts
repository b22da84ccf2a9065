import type { WebSocket } from 'ws';
import { BYTES_PER_SECOND, MESSAGES_BURST, MESSAGES_PER_SECOND } from '../../src/lib/protocol/limits.ts';

/**
 * The incoming side of one socket: a token bucket for messages and one for bytes. Whoever sends more is
 * not read for a while (R33).
 */
export class Inlet {
	readonly #socket: WebSocket;
	readonly #now: () => number;
	#messages = MESSAGES_BURST;
	#bytes = BYTES_PER_SECOND;
	#filledAt: number;
	#paused = false;
	heardAt: number;

	constructor(socket: WebSocket, now: () => number) {
		this.#socket = socket;
		this.#now = now;
		this.#filledAt = now();
		this.heardAt = this.#filledAt;
	}

	take(bytes: number): void {
		const now = this.#now();
		const seconds = Math.max(0, now - this.#filledAt) / 1000;
		this.#filledAt = now;
		this.heardAt = now;
		this.#messages = Math.min(MESSAGES_BURST, this.#messages + seconds * MESSAGES_PER_SECOND) - 1;
		this.#bytes = Math.min(BYTES_PER_SECOND, this.#bytes + seconds * BYTES_PER_SECOND) - bytes;
		if (this.#messages < 0 || this.#bytes < 0) this.#pause();
	}

	heard(): void {
		this.heardAt = this.#now();
	}

	#pause(): void {
		if (this.#paused) return;
		this.#paused = true;
		const debt = Math.max(-this.#messages / MESSAGES_PER_SECOND, -this.#bytes / BYTES_PER_SECOND);
		this.#socket.pause();
		setTimeout(() => {
			this.#paused = false;
			this.#socket.resume();
		}, debt * 1000).unref();
	}
}
