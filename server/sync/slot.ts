/** Runs one piece of work at a time, in the order it was asked for. */
export class Slot {
	#tail: Promise<unknown> = Promise.resolve();
	#held = 0;

	get isFree(): boolean {
		return this.#held === 0;
	}

	hold<Result>(work: () => Promise<Result>): Promise<Result> {
		this.#held++;
		const run = this.#tail.then(work).finally(() => this.#held--);
		// Whoever asked hears of a failure; the next in line goes on in any case.
		this.#tail = run.then(
			() => undefined,
			() => undefined
		);
		return run;
	}
}

/** Holds several slots at once. They must come in one order everywhere, or two holders wait for each other. */
export function holdAll<Result>(slots: readonly Slot[], work: () => Promise<Result>): Promise<Result> {
	const [first, ...rest] = slots;
	return first ? first.hold(() => holdAll(rest, work)) : work();
}
