import { createSubscriber } from 'svelte/reactivity';

const SAMPLES_KEPT = 8;
const TICK_MS = 500;

interface Sample {
	offsetMs: number;
	roundTripMs: number;
}

/**
 * The server's time on this device. Every reply carries the server's `now`; the reply that travelled
 * fastest tells it best, so a slow one never makes a timer jump.
 */
export class ServerClock {
	readonly #deviceNow: () => number;
	#samples: Sample[] = [];
	#offsetMs = 0;
	readonly #tick = createSubscriber((update) => {
		const timer = setInterval(update, TICK_MS);
		return () => clearInterval(timer);
	});

	constructor(deviceNow: () => number = Date.now) {
		this.#deviceNow = deviceNow;
	}

	/** Takes the server's `now` from a reply to a request that left at `sentAt` on this device's clock. */
	learn(serverNow: number, sentAt: number, receivedAt: number = this.#deviceNow()): void {
		const roundTripMs = Math.max(0, receivedAt - sentAt);
		const offsetMs = serverNow - (sentAt + roundTripMs / 2);
		this.#samples = [...this.#samples, { offsetMs, roundTripMs }].slice(-SAMPLES_KEPT);
		this.#offsetMs = [...this.#samples].sort((a, b) => a.roundTripMs - b.roundTripMs)[0]?.offsetMs ?? 0;
	}

	now(): number {
		return this.#deviceNow() + this.#offsetMs;
	}

	/** The same, and whoever shows it is told as it moves on. */
	get ticking(): number {
		this.#tick();
		return this.now();
	}
}
