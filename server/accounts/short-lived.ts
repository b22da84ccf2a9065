import { hashToken, newToken } from './token.ts';

const KEPT_AT_MOST = 10_000;

/** Values that wait a few minutes for a browser to come back with their key: a half-done sign-in, a challenge. */
export class ShortLived<Value> {
	readonly #values = new Map<string, { value: Value; until: number }>();
	readonly #lifeMs: number;
	readonly #now: () => number;

	constructor(lifeMs: number, now: () => number) {
		this.#lifeMs = lifeMs;
		this.#now = now;
	}

	/** Returns the key, which belongs to one browser. */
	put(value: Value): string {
		this.#dropOld();
		const key = newToken();
		this.#values.set(hashToken(key), { value, until: this.#now() + this.#lifeMs });
		return key;
	}

	look(key: string | null): Value | null {
		const kept = key && this.#values.get(hashToken(key));
		return kept && kept.until > this.#now() ? kept.value : null;
	}

	/** The value, once. */
	take(key: string | null): Value | null {
		const value = this.look(key);
		if (key) this.#values.delete(hashToken(key));
		return value;
	}

	/** In order of age, so the first one that is young ends the search. */
	#dropOld(): void {
		for (const [hash, { until }] of this.#values) {
			if (until > this.#now() && this.#values.size < KEPT_AT_MOST) return;
			this.#values.delete(hash);
		}
	}
}
