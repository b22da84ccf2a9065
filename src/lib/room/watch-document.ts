import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';

/** Call what this returns before reading `doc`: whoever reads is told when the document changes. */
export function watchDocument(doc: Y.Doc): () => void {
	return createSubscriber((update) => {
		doc.on('update', update);
		return () => doc.off('update', update);
	});
}
