/** A page that was looked at misses no beat for so long unless its device slept, as with a closed lid. */
const SLEPT_MS = 15_000;
/** Hidden pages beat slowly by themselves. */
const SLEPT_HIDDEN_MS = 90_000;
/** Cut off from everybody for so long, a person no longer expects to be heard. */
const CUT_OFF_MS = 45_000;

/** Notices that a person was away, so that their microphone and camera come back off (S20). */
export class Absence {
	#beatAt: number;
	#cutOffSince: number | null = null;
	#wasHidden = false;

	constructor(now: number) {
		this.#beatAt = now;
	}

	/** Hears several times a second; true once, when the person comes back from being away. */
	beat(now: number, { hidden, cutOff }: { hidden: boolean; cutOff: boolean }): boolean {
		const gap = now - this.#beatAt;
		const slept = gap > (hidden || this.#wasHidden ? SLEPT_HIDDEN_MS : SLEPT_MS);
		this.#beatAt = now;
		this.#wasHidden = hidden;
		const since = this.#cutOffSince;
		this.#cutOffSince = cutOff ? (since ?? now) : null;
		return slept || (!cutOff && since !== null && now - since > CUT_OFF_MS);
	}
}
