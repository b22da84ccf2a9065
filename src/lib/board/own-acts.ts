import * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { strokeOfKey } from '#lib/domain/board-strokes.ts';
import { TextBinding } from '#lib/room/text-binding.ts';

type StackItem = Y.UndoManager['undoStack'][number];

/** Typing within this time is undone in one go. */
const SAME_ACT_MS = 800;

/**
 * What I did on a board, one act at a time, to be undone and redone. Nobody else's work is ever touched: only
 * transactions made here are remembered, and `aside` makes some that are not.
 */
export class OwnActs {
	readonly #doc: Y.Doc;
	readonly #undo: Y.UndoManager;
	readonly #isFixed: (id: string) => boolean;
	#longAct = false;
	/** How much there was to undo when the long act began. */
	#undoBefore = 0;

	/** `isFixed`: whether a thing may not be changed any more, so that what was done to it stays done. */
	constructor(doc: Y.Doc, isFixed: (id: string) => boolean = () => false) {
		this.#doc = doc;
		this.#isFixed = isFixed;
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
		this.#undoBefore = this.#undo.undoStack.length;
		this.#longAct = true;
	}

	endLongAct(): void {
		this.#undo.captureTimeout = SAME_ACT_MS;
		this.#undo.stopCapturing();
		this.#longAct = false;
	}

	/** Ends the long act as if it had never begun: what it changed is as it was, and redo does not know of it. */
	dropLongAct(): void {
		this.endLongAct();
		if (this.#undo.undoStack.length <= this.#undoBefore) return;
		this.#undo.undo();
		this.#undo.clear(false, true);
	}

	get mayUndo(): boolean {
		return this.#undo.undoStack.length > 0;
	}

	get mayRedo(): boolean {
		return this.#undo.redoStack.length > 0;
	}

	undo(): void {
		this.#dropFixed(this.#undo.undoStack);
		this.#undo.undo();
	}

	redo(): void {
		this.#dropFixed(this.#undo.redoStack);
		this.#undo.redo();
	}

	/** Leaves out what was done last to things that are locked by now: the server would not take it back. */
	#dropFixed(stack: StackItem[]): void {
		while (stack.length > 0 && thingsOf(this.#doc, stack.at(-1)!).some(this.#isFixed)) stack.pop();
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

/** The keys of the things that an act has changed. */
function thingsOf(doc: Y.Doc, { insertions, deletions }: StackItem): string[] {
	const things = new Set<string>();
	for (const set of [insertions, deletions]) {
		for (const [client, ranges] of set.clients) {
			const structs = doc.store.clients.get(client) ?? [];
			for (const { clock, len } of ranges) {
				for (
					let at = Y.findIndexSS(structs, clock);
					(structs[at]?.id.clock ?? Infinity) < clock + len;
					at++
				) {
					const thing = thingOf(structs[at]!);
					if (thing !== null) things.add(thing);
				}
			}
		}
	}
	return [...things];
}

/** The key, in a root map, of what a struct is part of. */
function thingOf(struct: Y.Item | Y.GC): string | null {
	let key: string | null = null;
	let at: Y.Item | null = struct instanceof Y.Item ? struct : null;
	for (; at; at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null) key = at.parentSub;
	return key === null ? null : strokeOfKey(key);
}
