import type { DocumentId } from '#lib/domain/ids.ts';
import type { UnsentStore } from './unsent-store.ts';

/** What one document's page keeps in the store of unsent words (R43), and what an earlier page left there. */
export class KeptChanges {
	readonly #document: DocumentId;
	readonly #store: UnsentStore | undefined;
	/** What an earlier page kept; null once it stands in the document. Undefined until it was looked for. */
	#earlier: Uint8Array | null | undefined;
	/** What a lock refused, for as long as it is offered back. */
	#refused: readonly Uint8Array[] = [];

	constructor(document: DocumentId, store: UnsentStore | undefined) {
		this.#document = document;
		this.#store = store;
	}

	/** How many changes of an earlier page wait to be put into the document: they count as one. */
	get count(): number {
		return this.#earlier ? 1 : 0;
	}

	/** Resolves with whether an earlier page kept something. */
	async lookForEarlier(): Promise<boolean> {
		this.#earlier = (await this.#store?.take(this.#document)) ?? null;
		return this.#earlier !== null;
	}

	/** What an earlier page kept, once. */
	takeEarlier(): Uint8Array | null {
		const earlier = this.#earlier ?? null;
		this.#earlier = null;
		return earlier;
	}

	/** Keeps what a lock refused, until it is put back or dismissed. */
	refuse(updates: readonly Uint8Array[]): void {
		this.#refused = updates;
	}

	/** Keeps what is unsent now, along with what is still to be put back. */
	keep(unsent: readonly Uint8Array[]): void {
		if (this.#earlier === undefined) return;
		const earlier = this.#earlier ? [this.#earlier] : [];
		this.#store?.keep(this.#document, [...earlier, ...this.#refused, ...unsent]);
	}
}
