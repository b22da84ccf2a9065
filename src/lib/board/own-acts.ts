import * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { TextBinding } from '#lib/room/text-binding.ts';

/** Typing within this time is undone in one go. */
const SAME_ACT_MS = 800;

/**
 * What I did on a board, one act at a time, to be undone and redone. Nobody else's work is ever touched: only
 * transactions made here are remembered, and `aside` makes some that are not.
 */
export class OwnActs {
	readonly #doc: Y.Doc;
	readonly #undo: Y.UndoManager;
	#longAct = false;

	constructor(doc: Y.Doc) {
		this.#doc = doc;
		const { strokes, notes, shapes, moves, groups, sheets } = boardDocument(doc);
		this.#undo = new Y.UndoManager([strokes, notes, shapes, moves, groups, sheets], {
			// My typing, too: each text control's binding writes under itself.
			trackedOrigins: new Set<unknown>([this, TextBinding]),
			captureTimeout: SAME_ACT_MS
		});
	}

	/** One act: undone by itself, or with the long act it is part of. */
	act<Result>(change: () => Result): Result {
		if (!this.#longAct) this.#undo.stopCapturing();
		return this.#doc.transact(change, this);
	}

	/** Part of what was just done, when that was a moment ago: typing, or steps with the arrow keys. */
	goOn<Result>(change: () => Result): Result {
		return this.#doc.transact(change, this);
	}

	/** A change that undo leaves alone, such as a leader's removal of another's note. */
	aside<Result>(change: () => Result): Result {
		return this.#doc.transact(change);
	}

	/** From here until `endLongAct` everything is one act: a long stroke is committed in pieces. */
	beginLongAct(): void {
		this.#undo.stopCapturing();
		this.#undo.captureTimeout = Infinity;
		this.#longAct = true;
	}

	endLongAct(): void {
		this.#undo.captureTimeout = SAME_ACT_MS;
		this.#undo.stopCapturing();
		this.#longAct = false;
	}

	get mayUndo(): boolean {
		return this.#undo.undoStack.length > 0;
	}

	get mayRedo(): boolean {
		return this.#undo.redoStack.length > 0;
	}

	undo(): void {
		this.#undo.undo();
	}

	redo(): void {
		this.#undo.redo();
	}

	onChange(listener: () => void): () => void {
		const events = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const;
		for (const event of events) this.#undo.on(event, listener);
		return () => events.forEach((event) => this.#undo.off(event, listener));
	}

	destroy(): void {
		this.#undo.destroy();
	}
}
