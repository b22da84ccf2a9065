import * as Y from 'yjs';
import { refuse } from './breach.ts';
import { DEPTH, ROOTS_OF_A_DOCUMENT } from './guard-limits.ts';
import type { Reference, Section, Struct } from './scan-update.ts';

/** Where a struct of an update lies. */
export type Placement = { key: string | null } & (
	| { within: 'root'; name: string; type: Y.AbstractType<unknown> | undefined }
	/** In a type that the document has. */
	| { within: 'stored'; item: Y.Item }
	/** In a type that this update brings. */
	| { within: 'new'; struct: Struct }
	/** In something that was deleted and collected: Yjs drops it. */
	| { within: 'nothing' }
);

const NOWHERE: Placement = { within: 'nothing', key: null };

/** Says where the structs of an update lie. They must be asked for in the order in which Yjs takes them in. */
export class Placements {
	readonly #doc: Y.Doc;
	readonly #sections: ReadonlyMap<number, Section>;
	readonly #known = new Map<Struct, Placement>();
	readonly #depths = new Map<Struct, number>();
	readonly #newRoots = new Set<string>();

	constructor(doc: Y.Doc, sections: ReadonlyMap<number, Section>) {
		this.#doc = doc;
		this.#sections = sections;
	}

	of(struct: Struct): Placement {
		const placement = this.#find(struct);
		this.#known.set(struct, placement);
		if (struct.isType) this.#depths.set(struct, this.#depth(placement));
		return placement;
	}

	#find({ left, right, parent, key }: Struct): Placement {
		if (typeof parent === 'string') return { within: 'root', name: parent, type: this.#root(parent), key };
		if (parent) return this.#in(parent, key);
		const beside = left ?? right;
		return beside ? this.#beside(beside) : NOWHERE;
	}

	#root(name: string): Y.AbstractType<unknown> | undefined {
		const type = this.#doc.share.get(name) as Y.AbstractType<unknown> | undefined;
		if (!type) {
			this.#newRoots.add(name);
			if (this.#doc.share.size + this.#newRoots.size > ROOTS_OF_A_DOCUMENT) refuse('too-many');
		}
		return type;
	}

	#in(parent: Reference, key: string | null): Placement {
		const fresh = this.#fresh(parent);
		if (fresh) return fresh.isType ? { within: 'new', struct: fresh, key } : refuse('no-parent');
		const item = this.#stored(parent);
		if (!(item instanceof Y.Item)) return NOWHERE;
		if (item.content instanceof Y.ContentType) return { within: 'stored', item, key };
		// The type was deleted while its writer was still in it: Yjs drops what they wrote.
		return item.content instanceof Y.ContentDeleted ? NOWHERE : refuse('no-parent');
	}

	#beside(neighbour: Reference): Placement {
		const fresh = this.#fresh(neighbour);
		if (fresh) return this.#known.get(fresh) ?? refuse('circular');
		const item = this.#stored(neighbour);
		if (!(item instanceof Y.Item)) return NOWHERE;
		const type = item.parent as Y.AbstractType<unknown> | null;
		if (!type) return NOWHERE;
		const key = item.parentSub;
		if (type._item) return { within: 'stored', item: type._item, key };
		return { within: 'root', name: Y.findRootTypeKey(type), type, key };
	}

	/** How deep a type at this placement lies; refuses one that lies too deep. */
	#depth(placement: Placement): number {
		let depth = 1;
		if (placement.within === 'new') depth += this.#depths.get(placement.struct) ?? 0;
		if (placement.within === 'stored') {
			let item: Y.Item | null = placement.item;
			for (; item && depth <= DEPTH; depth++) item = (item.parent as Y.AbstractType<unknown>)._item;
		}
		return depth > DEPTH ? refuse('too-deep') : depth;
	}

	/** The struct of this update that a reference names, when the document does not have it. */
	#fresh({ client, clock }: Reference): Struct | null {
		const section = this.#sections.get(client);
		if (!section || clock >= section.end || clock < Y.getState(this.#doc.store, client)) return null;
		return structAt(section.structs, clock);
	}

	#stored({ client, clock }: Reference): Y.Item | Y.GC {
		const structs = this.#doc.store.clients.get(client);
		if (!structs) return refuse('gap');
		return structs[Y.findIndexSS(structs, clock)] as Y.Item | Y.GC;
	}
}

function structAt(structs: readonly Struct[], clock: number): Struct | null {
	let low = 0;
	let high = structs.length - 1;
	while (low <= high) {
		const middle = (low + high) >> 1;
		const struct = structs[middle]!;
		if (clock < struct.clock) high = middle - 1;
		else if (clock >= struct.clock + struct.length) low = middle + 1;
		else return struct;
	}
	return null;
}
