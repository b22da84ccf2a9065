/** Often enough that what is promised for a day later is true within the hour. */
const EVERY_MS = 60 * 60 * 1000;

export type Duty = () => Promise<void>;

/** The duties of a quiet hour: each runs at the start and then every hour, one after the other. */
export class Housekeeping {
	readonly #duties: readonly Duty[];
	readonly #failed: (error: unknown) => void;
	#timer: NodeJS.Timeout | null = null;
	#running: Promise<void> = Promise.resolve();

	/** A duty that fails is reported to `failed` and tried again the next time; the others go on. */
	constructor(duties: readonly Duty[], failed: (error: unknown) => void) {
		this.#duties = duties;
		this.#failed = failed;
	}

	start(): void {
		void this.run();
		this.#timer = setInterval(() => void this.run(), EVERY_MS).unref();
	}

	run(): Promise<void> {
		this.#running = this.#running.then(() => this.#all());
		return this.#running;
	}

	async stop(): Promise<void> {
		if (this.#timer) clearInterval(this.#timer);
		await this.#running;
	}

	async #all(): Promise<void> {
		for (const duty of this.#duties) await duty().catch(this.#failed);
	}
}
