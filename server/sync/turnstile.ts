/** Lets so many pieces of work run at once; the others wait in line. */
export class Turnstile {
	readonly #most: number;
	#inside = 0;
	readonly #line: (() => void)[] = [];

	constructor(most: number) {
		this.#most = most;
	}

	async pass<Result>(work: () => Promise<Result>): Promise<Result> {
		if (this.#inside >= this.#most) await new Promise<void>((resolve) => this.#line.push(resolve));
		else this.#inside++;
		try {
			return await work();
		} finally {
			// Whoever is next takes this place over; nobody can slip in between.
			const next = this.#line.shift();
			if (next) next();
			else this.#inside--;
		}
	}
}
