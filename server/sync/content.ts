import * as Y from 'yjs';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { mergeUpdates } from './merge-updates.ts';

/** Stored updates do not make a whole document: it goes to quarantine (R59). */
export class ContentBroken extends Error {
	override readonly name = 'ContentBroken';
}

/** What a document holds, in memory: the Y.Doc and whose each client id is. */
export class Content {
	readonly doc = new Y.Doc();
	/** Client ids that belong to a person (R57); any other in the document is the server's own. */
	readonly owners: Map<number, PersonId>;
	/** About how many structs it has; never fewer than it really has. */
	structs = 0;
	#added: Uint8Array[] = [];

	/** Throws ContentBroken. */
	constructor(updates: readonly Uint8Array[], owners: Map<number, PersonId>) {
		this.owners = owners;
		try {
			this.doc.transact(() => {
				for (const update of updates) Y.applyUpdate(this.doc, update);
			});
		} catch (error) {
			throw new ContentBroken('An update could not be read.', { cause: error });
		}
		if (this.hasGaps) throw new ContentBroken('Updates are missing.');
		this.countStructs();
		this.doc.on('update', (update: Uint8Array) => this.#added.push(update));
	}

	/** Whether something was parked because what it builds on is missing. */
	get hasGaps(): boolean {
		return this.doc.store.pendingStructs !== null || this.doc.store.pendingDs !== null;
	}

	/** Applies an update that the guard let through; what it added, or null for nothing new. */
	apply(update: Uint8Array): Uint8Array | null {
		Y.applyUpdate(this.doc, update);
		return this.#takeAdded();
	}

	/** Lets the server change the document; what that added, or null. Rethrows what `change` throws. */
	change(change: (doc: Y.Doc) => void): Uint8Array | null {
		this.doc.transact(() => change(this.doc));
		return this.#takeAdded();
	}

	/** Whether a change that failed has left something behind. */
	get isTouched(): boolean {
		return this.#added.length > 0;
	}

	countStructs(): number {
		this.structs = 0;
		for (const structs of this.doc.store.clients.values()) this.structs += structs.length;
		return this.structs;
	}

	/** What a client with this state vector is missing. Deleted content is not in it. */
	diff(stateVector?: Uint8Array): Uint8Array {
		return Y.encodeStateAsUpdate(this.doc, stateVector);
	}

	stateVector(): Uint8Array {
		return Y.encodeStateVector(this.doc);
	}

	#takeAdded(): Uint8Array | null {
		const added = this.#added;
		this.#added = [];
		return added.length === 0 ? null : mergeUpdates(added);
	}
}
