import { createSubscriber } from 'svelte/reactivity';

const TICK_MS = 10_000;

/** The server's time, for what a page says about now; it goes on while the page is open. */
export class Clock {
	readonly #offset: number;
	readonly #subscribe = createSubscriber((update) => {
		const ticking = setInterval(update, TICK_MS);
		return () => clearInterval(ticking);
	});

	/** `now` is the server's time when the page was made. */
	constructor(now: number) {
		this.#offset = now - Date.now();
	}

	get now(): number {
		this.#subscribe();
		return Date.now() + this.#offset;
	}
}
