import type { PersonId, StepId } from '#lib/domain/ids.ts';
import type { LiveDocument } from './live-document.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { wordsFor } from './read-refusal.ts';

/** A sheet that a command opens: one's own of a step, or the folder of a member who was told of it. */
export class Sheet {
	connection = $state.raw<LiveDocument | null>(null);
	trouble = $state('');
	readonly #live: LiveSession;
	readonly #step: StepId;
	readonly #of: PersonId | null;
	#closed = false;

	constructor(live: LiveSession, step: StepId, of: PersonId | null = null) {
		this.#live = live;
		this.#step = step;
		this.#of = of;
		void this.open();
	}

	async open(): Promise<void> {
		this.trouble = '';
		try {
			const { document } = this.#of
				? await this.#live.command('open-folder', { step: this.#step, person: this.#of })
				: await this.#live.command('open-sheet', { step: this.#step }, { patienceMs: Infinity });
			if (!this.#closed) this.connection = this.#live.documents.open(document);
		} catch (error) {
			this.trouble = wordsFor(error);
		}
	}

	close(): void {
		this.#closed = true;
		if (this.connection) this.#live.documents.release(this.connection);
	}
}
