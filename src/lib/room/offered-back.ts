import * as Y from 'yjs';

/** What a person wrote and the server did not take, such as under a lock that came while they were away. */
export interface OfferedBack {
	/** The texts that were being written, whole. */
	words: string[];
	/** How many changes were set aside. */
	changes: number;
	/** Whether putting them back can work once the document may be written again. */
	mayPutBack: boolean;
	/** Writes them again. */
	putBack(): void;
	/** Lets go of them. */
	dismiss(): void;
}

/** The texts in `doc` that `updates` have added to, as they read there. */
export function wordsOf(doc: Y.Doc, updates: readonly Uint8Array[]): string[] {
	const texts = new Set<Y.Text>();
	for (const update of updates) {
		for (const { id } of Y.decodeUpdate(update).structs) {
			const structs = doc.store.clients.get(id.client);
			if (!structs || id.clock >= Y.getState(doc.store, id.client)) continue;
			const item = structs[Y.findIndexSS(structs, id.clock)];
			if (
				item instanceof Y.Item &&
				item.content instanceof Y.ContentString &&
				item.parent instanceof Y.Text
			) {
				texts.add(item.parent);
			}
		}
	}
	return [...texts].map((text) => text.toString().trim()).filter((words) => words !== '');
}
