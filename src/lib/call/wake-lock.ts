/** Keeps the screen on during a call; a browser that cannot, or a low battery, changes nothing else. */
export class ScreenWakeLock {
	readonly #listening = new AbortController();
	#lock: WakeLockSentinel | null = null;

	constructor() {
		void this.#take();
		document.addEventListener('visibilitychange', () => void this.#take(), {
			signal: this.#listening.signal
		});
	}

	release(): void {
		this.#listening.abort();
		void this.#lock?.release();
	}

	async #take(): Promise<void> {
		if (document.visibilityState !== 'visible' || this.#listening.signal.aborted) return;
		try {
			const lock = await (navigator as { wakeLock?: WakeLock }).wakeLock?.request('screen');
			this.#lock = lock ?? null;
			if (this.#listening.signal.aborted) void this.#lock?.release();
		} catch (error) {
			// The browser says no when the battery is low: then the screen may go dark, and the call goes on.
			if (!(error instanceof DOMException)) throw error;
		}
	}
}
