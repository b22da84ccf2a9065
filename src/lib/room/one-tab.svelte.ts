/** What tabs of one session say to each other. It names no person and holds nothing of the session. */
type Word = { tab: string; says: 'I am here now' };

/** The little of BroadcastChannel that is needed. */
export interface TabChannel {
	postMessage(word: unknown): void;
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
	close(): void;
}

/** One tab a session: the newest takes over, the older steps aside and may take it back. */
export class OneTab {
	/** Whether a newer tab has taken over. */
	aside = $state(false);
	readonly #tab = crypto.randomUUID();
	readonly #channel: TabChannel;
	readonly #onaside: () => void;

	constructor(channel: TabChannel, onaside: () => void) {
		this.#channel = channel;
		this.#onaside = onaside;
		channel.addEventListener('message', ({ data }) => this.#hear(data));
	}

	/** Says to all other tabs that this one has the session now. */
	take(): void {
		this.aside = false;
		this.#channel.postMessage({ tab: this.#tab, says: 'I am here now' } satisfies Word);
	}

	close(): void {
		this.#channel.close();
	}

	#hear(data: unknown): void {
		const word = data as Partial<Word> | null;
		if (word?.says !== 'I am here now' || word.tab === this.#tab || this.aside) return;
		this.aside = true;
		this.#onaside();
	}
}
