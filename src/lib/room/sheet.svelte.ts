import type { Exercise } from '#lib/domain/exercise.ts';
import type { DocumentId, PersonId, StepId } from '#lib/domain/ids.ts';
import type { LiveDocument } from './live-document.ts';
import type { LiveSession } from './live-session.svelte.ts';
import { wordsFor } from './read-refusal.ts';

/** A sheet that a command opens: one's own of a step, or the folder of a member who was told of it. */
export class Sheet {
	connection = $state.raw<LiveDocument | null>(null);
	trouble = $state('');
	/** The facilitators named when it was opened, by name; fixed from then on (S09). */
	readers = $state.raw<string[] | null>(null);
	/** One's own: the exercise on it, which may be another than the step's. */
	exercise = $state<string | null>(null);
	/** Where that is one of the practice's own. */
	definition = $state.raw<Exercise | null>(null);
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
			const document = this.#of ? await this.#openFolder(this.#of) : await this.#openOwn();
			if (!this.#closed) this.connection ??= this.#live.documents.open(document);
		} catch (error) {
			this.trouble = wordsFor(error);
		}
	}

	async #openOwn(): Promise<DocumentId> {
		const step = { step: this.#step };
		const { document, readers, exercise, definition } = await this.#live.command('open-sheet', step, {
			patienceMs: Infinity
		});
		this.readers = readers;
		this.exercise = exercise;
		this.definition = definition ?? null;
		return document;
	}

	async #openFolder(person: PersonId): Promise<DocumentId> {
		const { document } = await this.#live.command('open-folder', { step: this.#step, person });
		return document;
	}

	close(): void {
		this.#closed = true;
		if (this.connection) this.#live.documents.release(this.connection);
	}
}
