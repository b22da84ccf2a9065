const SAID_AFTER_MS = 3_000;

/** Says that the connection is away only when it has been away for three seconds: short gaps mend unseen. */
export class ConnectionTrouble {
	shown = $state(false);
	#timer: ReturnType<typeof setTimeout> | undefined;

	/** Takes whether the page is cut off now. */
	hear(isOffline: boolean): void {
		if (!isOffline) {
			clearTimeout(this.#timer);
			this.#timer = undefined;
			this.shown = false;
			return;
		}
		this.#timer ??= setTimeout(() => (this.shown = true), SAID_AFTER_MS);
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
