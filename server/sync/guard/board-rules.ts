import * as Y from 'yjs';
import { boardDocument } from '../../../src/lib/domain/board.ts';
import { isKeptFromAll, sheetOfThing, THING_KINDS } from '../../../src/lib/domain/board-erasing.ts';
import { strokeOfKey } from '../../../src/lib/domain/board-strokes.ts';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import type { Content } from '../content.ts';
import { CLOSE } from '../../../src/lib/protocol/close-codes.ts';
import { ProtocolError } from '../protocol-error.ts';
import { refuse } from './breach.ts';
import { SHEETS_OF_A_BOARD } from './guard-limits.ts';
import { belongsTo } from './ownership.ts';
import type { Placement } from './placement.ts';
import type { Struct } from './scan-update.ts';
import { AUTHOR_KEY, type Name } from './scan-value.ts';

/**
 * What they put away or locked, where they moved another's note, and where they let everyone erase: written by those
 * who lead, and nobody else (S07).
 */
const LEADERS_ALONE = new Set(['hidden', 'locks', 'moves', 'erasable']);

/** A thing may be locked while its author is still at it: so this refuses gently, as a pause does. */
const locked = () => new ProtocolError(CLOSE.LOCKED, 'locked');

/** What a board asks of an update besides that everyone's things stay as they are (P27, P28, P29, P38). */
export class BoardRules {
	readonly #content: Content;
	readonly #person: PersonId;
	readonly #newSheets = new Set<string>();
	readonly #erased = new Set<Y.Item>();

	constructor(content: Content, person: PersonId) {
		this.#content = content;
		this.#person = person;
	}

	/** What says whose it is names its sender, or nobody: not even a facilitator writes in another's name. */
	requireOwnName({ names, authors }: Struct, placement: Placement): void {
		if (!authors.every((name) => this.#isOwnName(name))) refuse('foreign-name');
		const isAuthor = placement.key === AUTHOR_KEY && placement.within !== 'root';
		if (isAuthor && !names.every((name) => this.#isOwnName(name))) refuse('foreign-name');
	}

	/** Refuses what a member puts where facilitators alone write, or in the way of another's. */
	requireMembersPlace(placement: Placement): void {
		if (placement.within === 'stored') this.#requireUnlocked(placement.item);
		if (placement.within !== 'root') return;
		const { name, key, type } = placement;
		if (LEADERS_ALONE.has(name)) refuse('leaders-only');
		if (key === null) return;
		if (this.#isLocked(key)) throw locked();
		if (name === 'sheets') this.#requireRoom(key, type);
		// The pieces of a stroke stand under keys that begin with its first: nobody may take the next one.
		const first = name === 'strokes' ? type?._map.get(strokeOfKey(key)) : undefined;
		if (first && !first.deleted && !belongsTo(first, this.#person, this.#content.owners)) {
			refuse('foreign-overwrite');
		}
	}

	/**
	 * Also of what one wrote there when one still led. Of a locked thing no part is taken away, but its author takes it
	 * back whole (S12): then its root is among what is `gone`.
	 */
	requireMembersDeletion(struct: Y.Item | Y.GC, gone: ReadonlySet<Y.Item | Y.GC>): void {
		if (!(struct instanceof Y.Item)) return;
		if (!belongsTo(struct, this.#person, this.#content.owners))
			return this.#requireErasable(topOf(struct), gone);
		const { share } = this.#content.doc;
		for (const name of LEADERS_ALONE) if (struct.parent === share.get(name)) refuse('leaders-only');
		if (!gone.has(topOf(struct))) this.#requireUnlocked(struct);
	}

	/** What is another's goes only as a whole, and from a sheet on which everyone may erase (P38). */
	#requireErasable(top: Y.Item, gone: ReadonlySet<Y.Item | Y.GC>): void {
		if (this.#erased.has(top)) return;
		const key = top.parentSub;
		const { doc } = this.#content;
		const kind = THING_KINDS.find((one) => doc.share.get(one) === top.parent);
		// Asking for a root makes it: what is refused leaves no trace, so it is asked for only where something was allowed.
		if (key === null || !kind || !gone.has(top) || !doc.share.has('erasable'))
			return refuse('foreign-delete');
		const board = boardDocument(doc);
		const thing = strokeOfKey(key);
		const sheet = sheetOfThing(board, kind, thing);
		const allowance = sheet === null ? undefined : board.erasable._map.get(sheet);
		if (sheet === null || !allowance) return refuse('foreign-delete');
		// It can be withdrawn, or the thing locked, while they are still at it.
		if (allowance.deleted || isKeptFromAll(board, thing, sheet)) throw locked();
		this.#erased.add(top);
	}

	/** Of a locked thing nothing changes, also not by its author. */
	#requireUnlocked(item: Y.Item): void {
		const top = topOf(item);
		if (top.parentSub !== null && this.#isLocked(top.parentSub)) throw locked();
	}

	#isLocked(key: string): boolean {
		const locks = this.#content.doc.share.get('locks') as Y.AbstractType<unknown> | undefined;
		const lock = locks?._map.get(strokeOfKey(key));
		return lock !== undefined && !lock.deleted;
	}

	#isOwnName(name: Name): boolean {
		return name === null || name === this.#person;
	}

	/** Far more than the screen offers: nobody buries the sheets of others under their own. */
	#requireRoom(key: string, type: Y.AbstractType<unknown> | undefined): void {
		this.#newSheets.add(key);
		const others = [...(type?._map ?? [])].filter(([id, item]) => !item.deleted && !this.#newSheets.has(id));
		if (others.length + this.#newSheets.size > SHEETS_OF_A_BOARD) refuse('too-many');
	}
}

/** What stands under a key of a root type and holds this, or is it. */
function topOf(item: Y.Item): Y.Item {
	let top = item;
	for (let at: Y.Item | null = item; at; at = (at.parent as Y.AbstractType<unknown> | null)?._item ?? null)
		top = at;
	return top;
}
