import { logFault } from '../http/fault-log.ts';
import { DiskTrouble } from '../store/writer.ts';
import type { LiveDocument } from './live-document.ts';

/** How long updates of all documents are gathered before they are committed together. */
const COMMIT_WINDOW_MS = 8;
/** How often the disk is tried again while it takes nothing. */
const TRY_AGAIN_MS = 1_000;

/** Decides when documents make durable what they have gathered: all of them together, every few milliseconds. */
export class GroupCommit {
	readonly #onFault: (document: LiveDocument) => void;
	readonly #due = new Set<LiveDocument>();
	#timer: ReturnType<typeof setTimeout> | undefined;
	#inTrouble = false;

	/** `onFault` hears of a document that could not be stored for a reason that waiting will not mend. */
	constructor(onFault: (document: LiveDocument) => void) {
		this.#onFault = onFault;
	}

	readonly add = (document: LiveDocument): void => {
		this.#due.add(document);
		this.#timer ??= setTimeout(() => void this.commit(), this.#inTrouble ? TRY_AGAIN_MS : COMMIT_WINDOW_MS);
	};

	/** Commits what is due, and resolves when it is durable or has failed. */
	async commit(): Promise<void> {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const due = [...this.#due];
		this.#due.clear();
		await Promise.all(due.map((document) => this.#settle(document)));
	}

	async #settle(document: LiveDocument): Promise<void> {
		try {
			await document.slot.hold(() => document.settle());
			this.#inTrouble = false;
		} catch (error) {
			if (!(error instanceof DiskTrouble)) {
				logFault('commit', error);
				return this.#onFault(document);
			}
			// The room stays up (R61): nothing is lost or acknowledged, and it is tried again.
			this.#inTrouble = true;
			this.add(document);
		}
	}

	stop(): void {
		clearTimeout(this.#timer);
	}
}
