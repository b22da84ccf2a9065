import * as Y from 'yjs';
import type { Papers } from '../../server/artifacts/papers.ts';
import type { DocumentHead, DocumentKind } from '../../src/lib/domain/documents.ts';
import { newId, type DocumentId, type SessionId } from '../../src/lib/domain/ids.ts';

/** A session's documents without the sync server: real Y.Docs, held in memory. */
export class MemoryPapers implements Papers {
	readonly #kept: { head: DocumentHead; doc: Y.Doc }[] = [];
	readonly scrubbed: DocumentId[] = [];
	/** Those that cannot be opened. */
	readonly quarantined = new Set<DocumentId>();

	create(
		head: Pick<DocumentHead, 'kind' | 'group' | 'session'> & Partial<DocumentHead>,
		write: (doc: Y.Doc) => void = () => {}
	): DocumentHead {
		const whole: DocumentHead = {
			...{ id: newId(), owner: null, step: null, breakout: null, readers: [], readsWhen: 'as-you-type' },
			...head
		};
		const doc = new Y.Doc();
		write(doc);
		this.#kept.push({ head: whole, doc });
		return whole;
	}

	async ofSession(session: SessionId): Promise<DocumentHead[]> {
		return this.#kept.filter(({ head }) => head.session === session).map(({ head }) => head);
	}

	async read<Seen>(id: DocumentId, look: (doc: Y.Doc) => Seen): Promise<Seen> {
		if (this.quarantined.has(id)) throw Object.assign(new Error(id), { name: 'InQuarantine' });
		return look(this.doc(id));
	}

	async change(changes: { id: DocumentId; change: (doc: Y.Doc) => void }[]): Promise<void> {
		for (const { id, change } of changes) this.doc(id).transact(() => change(this.doc(id)));
	}

	async scrub(id: DocumentId): Promise<void> {
		this.scrubbed.push(id);
	}

	docOf(session: SessionId, kind: DocumentKind): Y.Doc {
		const found = this.#kept.find(({ head }) => head.session === session && head.kind === kind);
		if (!found) throw new Error(`no ${kind}`);
		return found.doc;
	}

	doc(id: DocumentId): Y.Doc {
		const found = this.#kept.find(({ head }) => head.id === id);
		if (!found) throw new Error('no such document');
		return found.doc;
	}
}
