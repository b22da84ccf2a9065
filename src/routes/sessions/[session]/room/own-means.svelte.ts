import type { Means } from '#lib/domain/room.ts';

interface MeansOptions {
	/** As it was before a reload, if it was kept. */
	kept: Means | null;
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
		this.#now = options.kept ?? 'video';
	}

	get now(): Means {
		return this.#now;
	}

	/** Chosen before the door: the server hears of it with my asking to come in. */
	begin(means: Means): void {
		this.#take(means);
		this.#told = means;
	}

	async change(means: Means): Promise<void> {
		this.#take(means);
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
		this.#now = means;
		this.#options.keep(means);
	}
}
