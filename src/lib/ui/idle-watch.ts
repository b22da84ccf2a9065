/** What the server says about a sign-in. */
export interface TimeLeft {
	/** Until it ends unless it is used, in ms; 0 when nobody is signed in. */
	leftMs: number;
	/** Until it ends in any case, in ms. */
	leftInAllMs: number;
	/** Changes when somebody else signs in. */
	who: string | null;
}

/** `inAll`: staying is not possible any more, only signing in anew. */
export type IdleStage = { stage: 'awake' } | { stage: 'warned'; inAll: boolean } | { stage: 'ended' };

export interface IdleWatchParts {
	/** Asks how long is left, which is no use. */
	look: () => Promise<TimeLeft>;
	/** Says that somebody is here, and asks. */
	stay: () => Promise<TimeLeft>;
	/** Told of every new stage. */
	onStage: (stage: IdleStage) => void;
	/** Told when the page was left by one person and taken up by another. */
	onOther: () => void;
	now: () => number;
}

/** How long before the end people are warned (R03). */
export const WARNED_BEFORE_MS = 2 * 60_000;
/** Typing and pointing are told to the server this often: reading and writing at length are no absence. */
const STAY_EVERY_MS = 4 * 60_000;

/** Knows when a page that nobody uses is about to be signed out. `tick` is called every few seconds. */
export class IdleWatch {
	readonly #parts: IdleWatchParts;
	#left: TimeLeft | null = null;
	#askedAt = 0;
	#stayedAt: number;
	#isActive = false;
	#stage: IdleStage = { stage: 'awake' };

	constructor(parts: IdleWatchParts) {
		this.#parts = parts;
		this.#stayedAt = parts.now();
	}

	/** Somebody typed or pointed. */
	noteActivity(): void {
		this.#isActive = true;
	}

	async tick(): Promise<void> {
		const now = this.#parts.now();
		const isPresent = this.#isActive && this.#stage.stage !== 'ended';
		const isDue = now - this.#stayedAt >= STAY_EVERY_MS || this.#stage.stage === 'warned';
		if (isPresent && isDue) return this.stay();
		const left = this.#left ? this.#left.leftMs - (now - this.#askedAt) : 0;
		if (left <= WARNED_BEFORE_MS) await this.#ask(this.#parts.look);
	}

	stay(): Promise<void> {
		this.#isActive = false;
		this.#stayedAt = this.#parts.now();
		return this.#ask(this.#parts.stay);
	}

	/** The page is looked at again: another tab may have signed in or out meanwhile. */
	look(): Promise<void> {
		return this.#ask(this.#parts.look);
	}

	async #ask(question: () => Promise<TimeLeft>): Promise<void> {
		let left: TimeLeft;
		try {
			left = await question();
		} catch {
			// No link to the server just now: what was known stays, and the next tick asks again.
			return;
		}
		const before = this.#left;
		this.#askedAt = this.#parts.now();
		this.#left = left.who === null && before ? { ...left, who: before.who } : left;
		if (before?.who && left.who && before.who !== left.who) this.#parts.onOther();
		this.#show(stageOf(left));
	}

	#show(stage: IdleStage): void {
		if (JSON.stringify(stage) === JSON.stringify(this.#stage)) return;
		this.#stage = stage;
		this.#parts.onStage(stage);
	}
}

function stageOf({ leftMs, leftInAllMs }: TimeLeft): IdleStage {
	if (leftMs <= 0) return { stage: 'ended' };
	if (leftMs > WARNED_BEFORE_MS) return { stage: 'awake' };
	return { stage: 'warned', inAll: leftInAllMs <= WARNED_BEFORE_MS };
}
