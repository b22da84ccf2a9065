/** A clock that can be set to a day in the past, so that past sessions are as old as they say. */
export class DemoClock {
	#behindMs = 0;

	readonly now = (): number => Date.now() - this.#behindMs;

	/** Sets the clock; it runs on from there. */
	set(at: number): void {
		this.#behindMs = Date.now() - at;
	}

	/** Back to the present. */
	reset(): void {
		this.#behindMs = 0;
	}
}
