import { RECONNECT_MOST_MS, RECONNECT_SETTLED_MS } from '#lib/protocol/limits.ts';

const FIRST_WAIT_MS = 500;

/** What tells that coming back may work now: the network is there, or the page is looked at. */
export interface Surroundings {
	onNetwork(listener: () => void): () => void;
	onNetworkLost(listener: () => void): () => void;
	onVisible(listener: () => void): () => void;
}

interface Actions {
	connect(): void;
	/** The browser says there is no network: the line is dead, though nobody has told it. */
	drop(): void;
}

/**
 * When to come back after a connection was lost: at once when the network returns or the page is looked at,
 * otherwise after a random part of a wait that doubles up to half a minute. So a restart of the server is
 * not followed by everyone at once.
 */
export class Reconnection {
	readonly #actions: Actions;
	readonly #random: () => number;
	readonly #stops: (() => void)[];
	#failures = 0;
	#waiting: ReturnType<typeof setTimeout> | undefined;
	#settling: ReturnType<typeof setTimeout> | undefined;

	constructor(actions: Actions, surroundings: Surroundings, random: () => number = Math.random) {
		this.#actions = actions;
		this.#random = random;
		const now = () => this.#comeBack();
		this.#stops = [
			surroundings.onNetwork(now),
			surroundings.onVisible(now),
			surroundings.onNetworkLost(() => actions.drop())
		];
	}

	lost(): void {
		clearTimeout(this.#settling);
		clearTimeout(this.#waiting);
		const longest = Math.min(RECONNECT_MOST_MS, FIRST_WAIT_MS * 2 ** this.#failures);
		this.#failures++;
		this.#waiting = setTimeout(() => this.#comeBack(), this.#random() * longest);
	}

	/** A connection that lasts for a while makes the next wait short again. */
	synced(): void {
		clearTimeout(this.#settling);
		this.#settling = setTimeout(() => (this.#failures = 0), RECONNECT_SETTLED_MS);
	}

	stop(): void {
		clearTimeout(this.#settling);
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
		for (const stop of this.#stops) stop();
	}

	#comeBack(): void {
		if (this.#waiting === undefined) return;
		clearTimeout(this.#waiting);
		this.#waiting = undefined;
		this.#actions.connect();
	}
}

/** The browser's own signs; without a browser, none. */
export const BROWSER: Surroundings = {
	onNetwork: (listener) => listen(globalThis.window, 'online', listener),
	onNetworkLost: (listener) => listen(globalThis.window, 'offline', listener),
	onVisible: (listener) =>
		listen(globalThis.document, 'visibilitychange', () => {
			if (document.visibilityState === 'visible') listener();
		})
};

function listen(target: EventTarget | undefined, event: string, listener: () => void): () => void {
	target?.addEventListener(event, listener);
	return () => target?.removeEventListener(event, listener);
}
