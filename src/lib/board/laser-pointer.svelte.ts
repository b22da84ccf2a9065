import type { Spot } from '#lib/domain/board.ts';
import type { LivePresence } from './live-presence.svelte.ts';
import { TRAIL_SPOTS, type Laser } from './other-hand.ts';

/** The trail of a hand that points is so long, in time. */
const TRAIL_MS = 500;
const TRIM_EVERY_MS = 60;
/** What was pointed at is shown for this long after the hand was lifted. */
const LINGER_MS = 900;
/** Pointing at a thing by a button lasts so long. */
const HELD_MS = 4000;

/** Where I point, for everyone: presence alone, never kept. */
export class LaserPointer {
	readonly #presence: LivePresence;
	#steps: (Spot & { at: number })[] = [];
	#sheet = '';
	#trimTimer: ReturnType<typeof setInterval> | undefined;
	#endTimer: ReturnType<typeof setTimeout> | undefined;
	shown = $state.raw<Laser | null>(null);

	constructor(presence: LivePresence) {
		this.#presence = presence;
	}

	/** The hand moved on to these spots. */
	follow(sheet: string, spots: readonly Spot[]): void {
		clearTimeout(this.#endTimer);
		if (sheet !== this.#sheet) this.#steps = [];
		this.#sheet = sheet;
		const at = performance.now();
		const rounded = spots.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y), at }));
		this.#steps = [...this.#steps, ...rounded].slice(-TRAIL_SPOTS);
		this.#trimTimer ??= setInterval(() => this.#trim(), TRIM_EVERY_MS);
		this.#show();
	}

	/** The hand was lifted. */
	lift(): void {
		this.#endTimer = setTimeout(() => this.#stop(), LINGER_MS);
	}

	/** Points at one spot for a few seconds: for hands that do not drag. */
	hold(sheet: string, spot: Spot): void {
		this.#steps = [];
		this.follow(sheet, [spot]);
		this.#endTimer = setTimeout(() => this.#stop(), HELD_MS);
	}

	close(): void {
		clearInterval(this.#trimTimer);
		clearTimeout(this.#endTimer);
	}

	#trim(): void {
		const since = performance.now() - TRAIL_MS;
		const left = this.#steps.filter(({ at }, index) => at > since || index === this.#steps.length - 1);
		if (left.length === this.#steps.length) return;
		this.#steps = left;
		this.#show();
	}

	#stop(): void {
		this.close();
		this.#trimTimer = undefined;
		this.#steps = [];
		this.shown = null;
		this.#presence.shine(null);
	}

	#show(): void {
		this.shown = { sheet: this.#sheet, trail: this.#steps.map(({ x, y }) => ({ x, y })) };
		this.#presence.shine(this.shown);
	}
}
