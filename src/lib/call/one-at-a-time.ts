/**
 * Carries out the last wish, one at a time: a sender's parameters that were read before another change are
 * refused by the browser.
 */
export class OneAtATime {
	readonly #apply: () => Promise<void>;
	#working = false;
	#changed = false;

	constructor(apply: () => Promise<void>) {
		this.#apply = apply;
	}

	async wish(): Promise<void> {
		this.#changed = true;
		if (this.#working) return;
		this.#working = true;
		try {
			while (this.#changed) {
				this.#changed = false;
				await this.#apply();
			}
		} finally {
			this.#working = false;
		}
	}
}
