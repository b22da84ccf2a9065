/** Lets through bursts of `size` and, over time, `perSecond`. */
export class TokenBucket {
	readonly #size: number;
	readonly #perSecond: number;
	readonly #now: () => number;
	#tokens: number;
	#filledAt: number;

	constructor(size: number, perSecond: number, now: () => number) {
		this.#size = size;
		this.#perSecond = perSecond;
		this.#now = now;
		this.#tokens = size;
		this.#filledAt = now();
	}

	/** Whether there was a token left to take. */
	take(): boolean {
		const now = this.#now();
		const since = Math.max(0, now - this.#filledAt) / 1000;
		this.#tokens = Math.min(this.#size, this.#tokens + since * this.#perSecond);
		this.#filledAt = now;
		if (this.#tokens < 1) return false;
		this.#tokens -= 1;
		return true;
	}
}
