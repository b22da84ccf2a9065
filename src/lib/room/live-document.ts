import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { DocumentId } from '#lib/domain/ids.ts';
import type { Caption } from '#lib/domain/captions.ts';
import type { TypedCaption } from '#lib/protocol/messages.ts';
import type { OfferedBack } from './offered-back.ts';

/** What the room needs of a document's connection; `DocumentConnection` is the real one. */
export interface LiveDocument {
	readonly doc: Y.Doc;
	readonly awareness: Awareness;
	readonly status: 'connecting' | 'synced' | 'offline' | 'closed';
	/** Why it is closed for good: not this person's to open any more, or signed out. */
	readonly closedBecause: 'gone' | 'signed-out' | null;
	readonly saved: { state: 'saved' | 'saving' | 'not-sent'; count: number };
	readonly offeredBack: OfferedBack | null;
	/** Captions that pass on the room's own document; nothing of them is in the document. Returns how to stop. */
	hearCaptions(hear: (caption: Caption) => void): () => void;
	tellCaption(caption: TypedCaption): void;
	close(): void;
}

export type OpenDocument = (id: DocumentId) => LiveDocument;
