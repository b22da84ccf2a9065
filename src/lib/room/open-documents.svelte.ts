import { SvelteSet } from 'svelte/reactivity';
import type { DocumentId } from '#lib/domain/ids.ts';
import type { LiveDocument, OpenDocument } from './live-document.ts';

const LINGER_CHECK_MS = 500;

/** Every document that is open on this page, and whether its words have all reached the server. */
export class OpenDocuments {
	readonly #open: OpenDocument;
	readonly #documents = new SvelteSet<LiveDocument>();
	readonly #lingering = new WeakMap<LiveDocument, ReturnType<typeof setInterval>>();

	constructor(open: OpenDocument) {
		this.#open = open;
	}

	/** Changes that the server has not yet acknowledged or would not take, over all documents. */
	readonly unsent = $derived([...this.#documents].reduce((sum, document) => sum + unsentOf(document), 0));
	/** Whether a document has lost its connection. */
	readonly offline = $derived([...this.#documents].some(({ status }) => status === 'offline'));

	/** Whether the sign-in has ended: nothing can be sent before a new one. */
	readonly signedOut = $derived(
		[...this.#documents].some(({ closedBecause }) => closedBecause === 'signed-out')
	);

	open(id: DocumentId): LiveDocument {
		const document = this.#open(id);
		this.#documents.add(document);
		return document;
	}

	/** Takes over a document that nobody looks at, until all its words are saved. */
	adopt(document: LiveDocument): void {
		this.#documents.add(document);
		this.release(document);
	}

	/** Closes a document that nobody looks at any more, once its last word is saved. */
	release(document: LiveDocument): void {
		if (document.saved.state === 'saved') return this.#close(document);
		if (this.#lingering.has(document)) return;
		const check = () => {
			if (document.saved.state === 'saved' || document.status === 'closed') this.#close(document);
		};
		this.#lingering.set(document, setInterval(check, LINGER_CHECK_MS));
	}

	closeAllBut(kept: LiveDocument | null): void {
		for (const document of [...this.#documents]) if (document !== kept) this.#close(document);
	}

	closeAll(): void {
		this.closeAllBut(null);
	}

	#close(document: LiveDocument): void {
		clearInterval(this.#lingering.get(document));
		this.#lingering.delete(document);
		if (!this.#documents.delete(document)) return;
		document.close();
	}
}

function unsentOf({ saved, offeredBack }: LiveDocument): number {
	const waiting = saved.state === 'saved' ? 0 : Math.max(1, saved.count);
	return waiting + (offeredBack?.changes ?? 0);
}
