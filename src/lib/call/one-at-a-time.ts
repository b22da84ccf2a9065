/**
 * Carries out the last wish, one at a time: for what goes on from where the last one ended, as a sender's parameters
 * do, which the browser refuses when they were read before another change.
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
