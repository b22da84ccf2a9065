import type { LinkSample } from './link-sample.ts';

/** A voice that comes with gaps, or of which packets are missed, is waited for. */
const GAPS = 0.01;
const MISSED = 0.03;
/** Long enough for a lost packet to be missed and sent again, twice. */
const WAIT_MS = 160;
const WAIT_MOST_MS = 500;
/** The wait lasts until so long after the last sign that it is of use: each change is heard. */
const CALM_AFTER_S = 30;

/** How long a person's voice is kept back before it is played, so that what got lost of it can still arrive. */
export class VoicePatience {
	#calmS = CALM_AFTER_S;

	/** Hears how the link did, and says the wait in ms; null as the browser itself thinks right. */
	hear({ gaps, missed, roundTripMs, seconds }: LinkSample): number | null {
		this.#calmS = gaps > GAPS || missed > MISSED ? 0 : this.#calmS + seconds;
		if (this.#calmS >= CALM_AFTER_S) return null;
		return Math.min(WAIT_MOST_MS, Math.round(WAIT_MS + 2 * (roundTripMs ?? 0)));
	}
}
