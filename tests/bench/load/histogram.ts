const BUCKET_MS = 0.1;
const BUCKETS = 100_000;

/** Counts times in steps of a tenth of a millisecond, so that millions of them cost nothing to keep. */
export class Histogram {
	readonly #buckets = new Uint32Array(BUCKETS);
	count = 0;

	add(ms: number): void {
		this.#buckets[Math.min(BUCKETS - 1, Math.max(0, Math.round(ms / BUCKET_MS)))]!++;
		this.count++;
	}

	clear(): void {
		this.#buckets.fill(0);
		this.count = 0;
	}

	/** The time that `part` of all were within, in ms; null when there was none. */
	within(part: number): number | null {
		if (this.count === 0) return null;
		let left = this.count * part;
		const bucket = this.#buckets.findIndex((count) => (left -= count) <= 0);
		return Math.round(bucket * BUCKET_MS * 10) / 10;
	}
}
