const BATCH_MS = 1_200;
const KEPT = 6;

/**
 * What a screen reader is told: one polite log, batched so that it never talks over people, and an
 * assertive line for the few things that cannot wait.
 */
export class Announcer {
	/** The last few batches, oldest first. */
	log = $state.raw<{ id: number; text: string }[]>([]);
	urgent = $state('');
	#waiting: string[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#next = 1;

	say(text: string): void {
		if (!this.#waiting.includes(text)) this.#waiting.push(text);
		this.#timer ??= setTimeout(() => this.#flush(), BATCH_MS);
	}

	/** For disconnection, the end, and a change in who sees my answers. */
	sayNow(text: string): void {
		this.urgent = text;
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#flush(): void {
		this.#timer = undefined;
		const text = this.#waiting.join(' ');
		this.#waiting = [];
		this.log = [...this.log, { id: this.#next++, text }].slice(-KEPT);
	}
}
