import type { WebSocket } from 'ws';
import { BYTES_PER_SECOND, MESSAGES_BURST, MESSAGES_PER_SECOND } from '../../src/lib/protocol/limits.ts';

/**
 * The incoming side of one socket: a token bucket for messages and one for bytes. Whoever sends more is
 * not read until both are paid back (R33).
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
		this.#fill();
		this.heardAt = this.#filledAt;
		this.#messages--;
		this.#bytes -= bytes;
		if (this.#debtMs > 0 && !this.#paused) this.#pause();
	}

	heard(): void {
		this.heardAt = this.#now();
	}

	get #debtMs(): number {
		return 1000 * Math.max(-this.#messages / MESSAGES_PER_SECOND, -this.#bytes / BYTES_PER_SECOND);
	}

	#fill(): void {
		const now = this.#now();
		const seconds = Math.max(0, now - this.#filledAt) / 1000;
		this.#filledAt = now;
		this.#messages = Math.min(MESSAGES_BURST, this.#messages + seconds * MESSAGES_PER_SECOND);
		this.#bytes = Math.min(BYTES_PER_SECOND, this.#bytes + seconds * BYTES_PER_SECOND);
	}

	#pause(): void {
		this.#paused = true;
		this.#socket.pause();
		setTimeout(() => this.#resume(), this.#debtMs).unref();
	}

	/** What was already under way when we stopped reading has added to the debt. */
	#resume(): void {
		this.#fill();
		if (this.#debtMs > 0) return this.#pause();
		this.#paused = false;
		this.#socket.resume();
	}
}
