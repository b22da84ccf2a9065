import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import { packLiveInk, readHand, type Cursor, type LiveInk, type OtherHand } from './live-ink.ts';

/** The server sends presence on 20 times a second; more often is waste. */
const SEND_EVERY_MS = 50;
/** A finished line stays in presence until its piece has surely arrived. */
const LINGER_MS = 400;

/** Cursors and the ink under moving pens: mine to the others, theirs to me. Nothing of it is kept. */
export class LivePresence {
	readonly #awareness: Awareness;
	readonly #watch: () => void;
	#mine: { cursor: Cursor | null; ink: LiveInk | null } = { cursor: null, ink: null };
	#sendTimer: ReturnType<typeof setTimeout> | undefined;
	#lingerTimer: ReturnType<typeof setTimeout> | undefined;
	readonly others: OtherHand[] = $derived.by(() => this.#readOthers());

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
		this.#watch = createSubscriber((update) => {
			awareness.on('change', update);
			return () => awareness.off('change', update);
		});
	}

	/** Where my pointer is, or null when it has left. */
	point(cursor: Cursor | null): void {
		this.#mine = { ...this.#mine, cursor };
		this.#sendSoon();
	}

	/** What I have drawn since the last piece was committed. */
	draw(ink: LiveInk): void {
		clearTimeout(this.#lingerTimer);
		this.#mine = { ...this.#mine, ink };
		this.#sendSoon();
	}

	/** My line is committed, or was given up at once. */
	lift(how: 'committed' | 'given-up'): void {
		clearTimeout(this.#lingerTimer);
		const drop = () => {
			this.#mine = { ...this.#mine, ink: null };
			this.#sendSoon();
		};
		if (how === 'given-up') drop();
		else this.#lingerTimer = setTimeout(drop, LINGER_MS);
	}

	close(): void {
		clearTimeout(this.#sendTimer);
		clearTimeout(this.#lingerTimer);
		if (this.#awareness.getLocalState() === null) return;
		this.#awareness.setLocalStateField('cursor', null);
		this.#awareness.setLocalStateField('ink', null);
	}

	#sendSoon(): void {
		this.#sendTimer ??= setTimeout(() => {
			this.#sendTimer = undefined;
			const { cursor, ink } = this.#mine;
			const state = this.#awareness.getLocalState() ?? {};
			this.#awareness.setLocalState({ ...state, cursor, ink: ink && packLiveInk(ink) });
		}, SEND_EVERY_MS);
	}

	#readOthers(): OtherHand[] {
		this.#watch();
		const { clientID } = this.#awareness;
		return [...this.#awareness.getStates()]
			.filter(([client]) => client !== clientID)
			.map(([client, state]) => readHand(client, state))
			.filter((hand) => hand !== null);
	}
}
