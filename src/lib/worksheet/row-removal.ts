import * as Y from 'yjs';
import { removeRow } from '#lib/domain/worksheet-rows.ts';

/** A row that was taken away, with what it held, and can be put back once. */
export class RowRemoval {
	readonly #undo: Y.UndoManager;

	constructor(doc: Y.Doc, field: string, row: string) {
		this.#undo = new Y.UndoManager(doc, { trackedOrigins: new Set([this]) });
		removeRow(doc, { field, row }, this);
	}

	putBack(): void {
		this.#undo.undo();
		this.close();
	}

	/** It can no longer be put back. */
	close(): void {
		this.#undo.destroy();
	}
}
