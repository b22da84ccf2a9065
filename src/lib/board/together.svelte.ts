import type { Box } from '#lib/domain/board.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { LivePresence } from './live-presence.svelte.ts';
import type { OtherHand, SharedView } from './other-hand.ts';

/** Somebody who leads brings everyone to what they look at. */
export interface Call {
	/** The same as long as it is one call. */
	id: string;
	person: PersonId | null;
	view: SharedView;
}

/** What a call does to the board in front of me. */
interface Goer {
	/** Whether something is under my hand or being written: nobody is pulled away from it. */
	readonly isBusy: boolean;
	/** Shows me that part of a sheet. */
	go(view: SharedView): void;
	/** Told once for each call that I am brought along by, or when it has ended. */
	tell(call: Call | null): void;
}

/** 'Bring everyone here': one who leads says where to look, and the others look there until they look elsewhere themselves. */
export class Together {
	readonly #presence: LivePresence;
	readonly #goer: Goer;
	readonly #stop: () => void;
	#left = $state.raw<string | null>(null);
	#myTurn = $state.raw<number | null>(null);
	#told: string | null = null;
	/** What I was brought to last, not to be brought there twice. */
	#gone: SharedView | null = null;

	constructor(presence: LivePresence, goer: Goer) {
		this.#presence = presence;
		this.#goer = goer;
		this.#stop = presence.onOthers(() => this.goAlong());
	}

	/** The call that holds: the latest, and another's. */
	get call(): Call | null {
		return this.#callAmong(this.#presence.others);
	}

	#callAmong(others: readonly OtherHand[]): Call | null {
		const calls = others.flatMap(({ client, person, view }) =>
			view ? [{ id: `${client} ${view.turn}`, person, view }] : []
		);
		const latest = calls.toSorted((a, b) => a.view.turn - b.view.turn || (a.id < b.id ? -1 : 1)).at(-1);
		return latest && latest.view.turn >= (this.#myTurn ?? 0) ? latest : null;
	}

	/** Whether I bring everyone here; a later call of another who leads takes that over. */
	get isBringing(): boolean {
		return this.#myTurn !== null && this.call === null;
	}

	get isAlong(): boolean {
		return this.call !== null && this.call.id !== this.#left;
	}

	/** From now on everyone looks where I look. */
	bring(): void {
		const turns = this.#presence.others.map(({ view }) => view?.turn ?? 0);
		this.#myTurn = Math.max(0, ...turns) + 1;
	}

	/** What I look at now, for those whom I bring along. */
	show(sheet: string, part: Box): void {
		if (this.isBringing) this.#presence.bring({ sheet, ...part, turn: this.#myTurn! });
	}

	/** Everyone looks where they like again. */
	release(): void {
		this.#myTurn = null;
		this.#presence.bring(null);
	}

	/** From now on I look where I like. */
	leave(): void {
		if (this.call) this.#left = this.call.id;
	}

	/** Goes back to what everyone looks at. */
	comeBack(): void {
		this.#left = null;
		this.#gone = null;
		this.goAlong();
	}

	/** Goes where everyone is brought, unless I have left or am in the middle of something. */
	goAlong(): void {
		const call = this.#callAmong(this.#presence.othersNow());
		// Another who leads has taken over.
		if (call && this.#myTurn !== null) this.release();
		if ((call?.id ?? null) !== this.#told && !(call && this.#goer.isBusy)) {
			this.#told = call?.id ?? null;
			this.#goer.tell(call);
		}
		if (!call || call.id === this.#left || this.#goer.isBusy || isSame(call.view, this.#gone)) return;
		this.#gone = call.view;
		this.#goer.go(call.view);
	}

	/** Goes there anew: the window has another size now. */
	fitAnew(): void {
		this.#gone = null;
		this.goAlong();
	}

	close(): void {
		this.#stop();
	}
}

const isSame = (a: SharedView, b: SharedView | null) =>
	b !== null &&
	(['sheet', 'left', 'top', 'right', 'bottom', 'turn'] as const).every((key) => a[key] === b[key]);
