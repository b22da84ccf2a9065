import { createSubscriber } from 'svelte/reactivity';
import type { Awareness } from 'y-protocols/awareness';
import { packLiveInk, type LiveInk } from './live-ink.ts';
import { readHand, type Cursor, type Laser, type OtherHand, type SharedView } from './other-hand.ts';

/** The server sends presence on 20 times a second; more often is waste. */
const SEND_EVERY_MS = 50;
/** A finished line stays in presence until its piece has surely arrived. */
const LINGER_MS = 400;

interface Mine {
	cursor: Cursor | null;
	ink: LiveInk | null;
	laser: Laser | null;
	view: SharedView | null;
}

const NOTHING: Mine = { cursor: null, ink: null, laser: null, view: null };

/** Cursors, the ink under moving pens, where somebody points: mine to the others, theirs to me. Nothing of it is kept. */
export class LivePresence {
	readonly #awareness: Awareness;
	readonly #watch: () => void;
	#mine = NOTHING;
	#sendTimer: ReturnType<typeof setTimeout> | undefined;
	#lingerTimer: ReturnType<typeof setTimeout> | undefined;
	readonly others: OtherHand[] = $derived.by(() => {
		this.#watch();
		return this.othersNow();
	});

	constructor(awareness: Awareness) {
		this.#awareness = awareness;
		this.#watch = createSubscriber((update) => {
			awareness.on('change', update);
			return () => awareness.off('change', update);
		});
	}

	/** The others as they are at this moment: for who is told of a change before the screen is. */
	othersNow(): OtherHand[] {
		const { clientID } = this.#awareness;
		return [...this.#awareness.getStates()]
			.filter(([client]) => client !== clientID)
			.map(([client, state]) => readHand(client, state))
			.filter((hand) => hand !== null);
	}

	/** Told when anything of the others' has changed. */
	onOthers(listener: () => void): () => void {
		this.#awareness.on('change', listener);
		return () => this.#awareness.off('change', listener);
	}

	/** Where my pointer is, or null when it has left. */
	point(cursor: Cursor | null): void {
		this.#show({ cursor });
	}

	/** Where I point with the laser, or null when I do not. */
	shine(laser: Laser | null): void {
		this.#show({ laser });
	}

	/** For one who leads: where everyone is brought, or null when each looks where they like. */
	bring(view: SharedView | null): void {
		this.#show({ view });
	}

	/** What I have drawn since the last piece was committed. */
	draw(ink: LiveInk): void {
		clearTimeout(this.#lingerTimer);
		this.#show({ ink });
	}

	/** My line is committed, or was given up at once. */
	lift(how: 'committed' | 'given-up'): void {
		clearTimeout(this.#lingerTimer);
		const drop = () => this.#show({ ink: null });
		if (how === 'given-up') drop();
		else this.#lingerTimer = setTimeout(drop, LINGER_MS);
	}

	close(): void {
		clearTimeout(this.#sendTimer);
		clearTimeout(this.#lingerTimer);
		if (this.#awareness.getLocalState() === null) return;
		this.#awareness.setLocalState({ ...this.#awareness.getLocalState(), ...NOTHING });
	}

	#show(part: Partial<Mine>): void {
		this.#mine = { ...this.#mine, ...part };
		this.#sendTimer ??= setTimeout(() => {
			this.#sendTimer = undefined;
			const { ink, ...rest } = this.#mine;
			const state = this.#awareness.getLocalState() ?? {};
			this.#awareness.setLocalState({ ...state, ...rest, ink: ink && packLiveInk(ink) });
		}, SEND_EVERY_MS);
	}
}
