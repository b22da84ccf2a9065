/** Long enough that a link which is only being found frightens nobody. */
const TOLD_AFTER_MS = 10_000;

/** Notices that a person's voice and picture have reached nobody for a while, although somebody is there. */
export class Isolation {
	#since: number | null = null;

	/** Hears several times a second; true for as long as it lasts. */
	hear(now: number, isCutOff: boolean): boolean {
		this.#since = isCutOff ? (this.#since ?? now) : null;
		return this.#since !== null && now - this.#since >= TOLD_AFTER_MS;
	}
}
