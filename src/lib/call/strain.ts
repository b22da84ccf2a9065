import type { LinkSample } from './link-sample.ts';

/** A page that comes late to its own beat for so much of the time cannot keep up with its faces. */
const LATE_SHARE = 0.35;
/** Fewer decoded pictures a second than this are no longer a face that moves. */
const LEAST_PICTURES = 10;
/** So many more arrive than are shown: it is the device that drops them, and not the link. */
const DROPPED = 1.3;

/** Whether this device suffers under what it is sent, as phones do: long tasks, and few pictures decoded. */
export class Strain {
	readonly #everyMs: number;
	#beatAt: number | null = null;
	#lateMs = 0;
	#heardMs = 0;

	/** `everyMs`: how often the beat is meant to come. */
	constructor(everyMs: number) {
		this.#everyMs = everyMs;
	}

	/** Hears several times a second; a page in the background is late by its browser's will, which says nothing. */
	beat(now: number, hidden: boolean): void {
		const before = this.#beatAt;
		this.#beatAt = hidden ? null : now;
		if (before === null || hidden) return;
		this.#heardMs += now - before;
		this.#lateMs += Math.max(0, now - before - this.#everyMs);
	}

	/** Whether it suffered since it was last asked; `pictures` of the links that send me any. */
	take(pictures: Pick<LinkSample, 'frames' | 'arrived' | 'seconds'>[]): boolean {
		const late = this.#heardMs > 0 && this.#lateMs / this.#heardMs > LATE_SHARE;
		this.#lateMs = 0;
		this.#heardMs = 0;
		return late || pictures.some(dropped);
	}
}

function dropped({ frames, arrived, seconds }: Pick<LinkSample, 'frames' | 'arrived' | 'seconds'>): boolean {
	return (
		frames < LEAST_PICTURES * seconds && arrived > frames * DROPPED && arrived >= LEAST_PICTURES * seconds
	);
}
