import { type Means, meansOfObserver } from '#lib/domain/room.ts';

interface MeansOptions {
	/** As it was before a reload, if it was kept. */
	kept: Means | null;
	/** Whether the person only looks on. */
	looksOn?: boolean;
	keep(means: Means): void;
	/** Tells the server, so that the facilitator knows before and after letting me in. */
	tell(means: Means): Promise<unknown>;
}

/** How I wish to take part. Nothing but my own taps changes it. */
export class OwnMeans {
	#now = $state<Means>('video');
	#told: Means | null = null;
	readonly #options: MeansOptions;

	constructor(options: MeansOptions) {
		this.#options = options;
		this.#now = this.#fit(options.kept ?? 'video');
	}

	get now(): Means {
		return this.#now;
	}

	/** Chosen before the door: the server hears of it with my asking to come in. */
	begin(means: Means): void {
		this.#take(means);
		this.#told = this.#now;
	}

	async change(means: Means): Promise<void> {
		this.#take(means);
		means = this.#now;
		if (means === this.#told) return;
		this.#told = means;
		try {
			await this.#options.tell(means);
		} catch {
			// It did not arrive: the next change tells it again, and the room hears of it by my presence meanwhile.
			this.#told = null;
		}
	}

	#take(means: Means): void {
		this.#now = this.#fit(means);
		this.#options.keep(this.#now);
	}

	#fit(means: Means): Means {
		return this.#options.looksOn ? meansOfObserver(means) : means;
	}
}
