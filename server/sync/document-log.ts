import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import {
	clientsOf,
	deleteSnapshotsBefore,
	deleteUpdatesThrough,
	documentRow,
	insertClient,
	insertSnapshot,
	insertUpdate,
	snapshotsOf,
	startEpoch,
	updatesAfter
} from '../store/documents.ts';
import type { Statement } from '../store/writer.ts';
import { SealBroken, type Scope } from '../vault/vault.ts';
import { Content, ContentBroken } from './content.ts';

/** An appended row or a replacement, ready to be committed; `kept` is called once it is durable. */
export interface Append {
	statements: Statement[];
	kept(): void;
}

/**
 * A document's history: an append-only log of sealed updates and snapshots. The associated place of a seal
 * binds table, document, epoch and sequence number (R44), so no row opens in another's stead.
 */
export class DocumentLog {
	readonly #ground: Pick<Ground, 'store' | 'vault' | 'now'>;
	readonly #id: DocumentId;
	readonly #scope: Scope;
	#epoch = 0;
	#seq = 0;
	#snapshotSeq = 0;
	/** Rows and bytes since the last snapshot, which decide when to make the next one. */
	rows = 0;
	bytes = 0;
	#snapshotBytes = 0;

	constructor(ground: Pick<Ground, 'store' | 'vault' | 'now'>, head: DocumentHead) {
		this.#ground = ground;
		this.#id = head.id;
		this.#scope = scopeOf(head);
	}

	/** About how many bytes the document takes. */
	get size(): number {
		return this.#snapshotBytes + this.bytes;
	}

	/** Reads what is durable. Throws ContentBroken or SealBroken. */
	async load(): Promise<Content> {
		const { updates, owners } = await this.read();
		return new Content(updates, owners);
	}

	/** The newest snapshot and the updates after it, opened. Throws SealBroken. */
	async read(): Promise<{ updates: Uint8Array[]; owners: Map<number, PersonId> }> {
		const { db } = this.#ground.store;
		const row = await documentRow(db, this.#id);
		this.#epoch = row?.epoch ?? 0;
		const [newest] = await snapshotsOf(db, this.#id, this.#epoch);
		this.#snapshotSeq = newest?.seq ?? 0;
		const rows = await updatesAfter(db, this.#id, { epoch: this.#epoch, seq: this.#snapshotSeq });
		const opened = rows.map(({ seq, update_sealed }) => this.#open('document_update', seq, update_sealed));
		const snapshot = newest ? [this.#open('document_snapshot', newest.seq, newest.snapshot_sealed)] : [];
		this.#seq = rows.at(-1)?.seq ?? this.#snapshotSeq;
		this.rows = rows.length;
		this.bytes = sizeOf(opened);
		this.#snapshotBytes = sizeOf(snapshot);
		const owners = new Map<number, PersonId>();
		for (const { client, person } of await clientsOf(db, this.#id)) owners.set(client, person);
		return { updates: [...snapshot, ...opened], owners };
	}

	/**
	 * The newest content that can be read: from the newest snapshot that opens (or from the beginning), as many
	 * updates as open and fit. For a document that does not open as a whole (R59).
	 */
	async readable(): Promise<Content> {
		const { db } = this.#ground.store;
		this.#epoch = (await documentRow(db, this.#id))?.epoch ?? 0;
		const snapshots = await snapshotsOf(db, this.#id, this.#epoch);
		for (const { seq, snapshot_sealed } of [...snapshots, { seq: 0, snapshot_sealed: null }]) {
			const snapshot = snapshot_sealed && this.#tryOpen('document_snapshot', seq, snapshot_sealed);
			if (snapshot_sealed && !snapshot) continue;
			const updates = snapshot ? [snapshot] : [];
			for (const row of await updatesAfter(db, this.#id, { epoch: this.#epoch, seq })) {
				const update = this.#tryOpen('document_update', row.seq, row.update_sealed);
				if (!update || !fits([...updates, update])) break;
				updates.push(update);
			}
			if (updates.length > 0 && fits(updates)) return new Content(updates, new Map());
		}
		return new Content([], new Map());
	}

	/** The next row of the log, and the client ids that appear in it for the first time. */
	append(update: Uint8Array, claims: readonly (readonly [number, PersonId])[] = []): Append {
		const { db } = this.#ground.store;
		const seq = this.#seq + 1;
		const row = insertUpdate(db, {
			document: this.#id,
			epoch: this.#epoch,
			seq,
			update_sealed: this.#seal('document_update', seq, update)
		});
		const clients = claims.map(([client, person]) =>
			insertClient(db, { document: this.#id, client, person })
		);
		return {
			statements: [row, ...clients],
			kept: () => {
				this.#seq = seq;
				this.rows++;
				this.bytes += update.length;
			}
		};
	}

	/** Where the log stands, for a snapshot that is made of it meanwhile. */
	get seq(): number {
		return this.#seq;
	}

	get epoch(): number {
		return this.#epoch;
	}

	/** A snapshot of the log up to `seq`. Only what is older than the previous snapshot is forgotten. */
	snapshot(content: { snapshot: Uint8Array; stateVector: Uint8Array }, seq: number): Append {
		const { db } = this.#ground.store;
		const previous = { epoch: this.#epoch, seq: this.#snapshotSeq };
		return {
			statements: [
				this.#snapshotRow(content, seq),
				deleteUpdatesThrough(db, this.#id, previous),
				deleteSnapshotsBefore(db, this.#id, previous)
			],
			kept: () => {
				this.#snapshotSeq = seq;
				this.#snapshotBytes = content.snapshot.length;
				this.rows = this.#seq - seq;
				this.bytes = 0;
			}
		};
	}

	/** Replaces the whole history by one snapshot under a new epoch: nothing older is left. */
	replace(content: { snapshot: Uint8Array; stateVector: Uint8Array }): Append {
		const from = this.#epoch;
		this.#epoch = from + 1;
		const row = this.#snapshotRow(content, this.#seq);
		this.#epoch = from;
		return {
			statements: [...startEpoch(this.#ground.store.db, this.#id, from), row],
			kept: () => {
				this.#epoch = from + 1;
				this.#snapshotSeq = this.#seq;
				this.#snapshotBytes = content.snapshot.length;
				this.rows = 0;
				this.bytes = 0;
			}
		};
	}

	#snapshotRow({ snapshot, stateVector }: { snapshot: Uint8Array; stateVector: Uint8Array }, seq: number) {
		return insertSnapshot(this.#ground.store.db, {
			document: this.#id,
			epoch: this.#epoch,
			seq,
			snapshot_sealed: this.#seal('document_snapshot', seq, snapshot),
			state_vector: stateVector,
			created_at: this.#ground.now()
		});
	}

	#seal(table: string, seq: number, plain: Uint8Array): Uint8Array {
		return this.#ground.vault.seal(this.#scope, this.#place(table, seq), plain);
	}

	#open(table: string, seq: number, sealed: Uint8Array): Uint8Array {
		return this.#ground.vault.open(this.#scope, this.#place(table, seq), sealed);
	}

	#tryOpen(table: string, seq: number, sealed: Uint8Array): Uint8Array | null {
		try {
			return this.#open(table, seq, sealed);
		} catch (error) {
			if (error instanceof SealBroken) return null;
			throw error;
		}
	}

	#place(table: string, seq: number): string {
		return `${table}|${this.#id}|${this.#epoch}|${seq}`;
	}
}

/** Whose key a document is sealed under: a person's own matters under theirs, so that their erasure takes them. */
function scopeOf({ kind, owner, group }: DocumentHead): Scope {
	if (owner === null) return `group:${group}`;
	return kind === 'notes' ? `staff:${owner}` : `person:${owner}`;
}

function sizeOf(parts: readonly Uint8Array[]): number {
	return parts.reduce((sum, { length }) => sum + length, 0);
}

function fits(updates: readonly Uint8Array[]): boolean {
	try {
		new Content(updates, new Map()).doc.destroy();
		return true;
	} catch (error) {
		if (error instanceof ContentBroken) return false;
		throw error;
	}
}
