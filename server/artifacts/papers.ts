import type * as Y from 'yjs';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { DocumentId, SessionId } from '../../src/lib/domain/ids.ts';

/** What capture and withdrawal need of the session's documents. */
export interface Papers {
	ofSession(session: SessionId): Promise<DocumentHead[]>;
	/** Looks at the content; the document must not be kept or changed. Throws InQuarantine when it cannot be opened (R59). */
	read<Seen>(id: DocumentId, look: (doc: Y.Doc) => Seen): Promise<Seen>;
	change(changes: { id: DocumentId; change: (doc: Y.Doc) => void }[]): Promise<void>;
	/** Leaves nothing deleted in any byte. */
	scrub(id: DocumentId): Promise<void>;
}

/** Whether a paper could not be read, while the others can. */
export function isInQuarantine(error: unknown): boolean {
	return error instanceof Error && error.name === 'InQuarantine';
}
