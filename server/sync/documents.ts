import type * as Y from 'yjs';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { newId, type DocumentId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import type { Upgrade } from '../http/upgrades.ts';
import { documentRow, documentRowsOf, insertDocument } from '../store/documents.ts';
import type { DocumentTable } from '../store/schema.ts';
import type { AuditEvent, Statement } from '../store/writer.ts';
import type { Access } from './access.ts';
import { Connections, type PresenceEvent, type SignInLife } from './connections.ts';
import type { LiveDocument } from './live-document.ts';
import { LiveDocuments } from './live-documents.ts';
import { mergeUpdates } from './merge-updates.ts';
import { holdAll } from './slot.ts';

export interface DocumentChange {
	id: DocumentId;
	change: (doc: Y.Doc) => void;
}

export type NewHead = Omit<DocumentHead, 'id' | 'breakout'> & Partial<Pick<DocumentHead, 'breakout'>>;

/** What is stored in the same unit as a change. */
export interface Alongside {
	statements?: Statement[];
	events?: AuditEvent[];
}

/** The documents of all rooms: for the server's own reading and writing, and for sockets. */
export class Documents {
	readonly #ground: Ground;
	readonly #live: LiveDocuments;
	readonly #connections: Connections;
	readonly #durable: ((head: DocumentHead) => void)[] = [];

	constructor(ground: Ground, access: Access, signIns: SignInLife) {
		this.#ground = ground;
		this.#live = new LiveDocuments(ground, ({ head }) => {
			for (const listener of this.#durable) listener(head);
		});
		this.#connections = new Connections({
			...{ ground, access, signIns, live: this.#live },
			headOf: (id) => this.head(id)
		});
		access.onLost((session, person) => this.recheck(session, person));
	}

	/** Takes over an upgrade to `/sync/<document>`. */
	readonly accept = (upgrade: Upgrade): void => this.#connections.accept(upgrade);

	/** A document of the whole group's, unless `head` names the breakout that it belongs to. */
	async create(head: NewHead, alongside: Alongside = {}): Promise<DocumentHead> {
		const created: DocumentHead = { breakout: null, ...head, id: newId<'document'>() };
		const { db, writer } = this.#ground.store;
		const row = insertDocument(db, rowOf(created, this.#ground.now()));
		await writer.commit([row, ...(alongside.statements ?? [])], alongside.events);
		return created;
	}

	async head(id: DocumentId): Promise<DocumentHead | null> {
		const live = this.#live.find(id);
		if (live) return live.head;
		const row = await documentRow(this.#ground.store.db, id);
		return row ? headOf(row) : null;
	}

	async ofSession(session: SessionId): Promise<DocumentHead[]> {
		return (await documentRowsOf(this.#ground.store.db, session)).map(headOf);
	}

	/** Looks at the durable content; the Y.Doc must not be kept or changed. */
	async read<Result>(id: DocumentId, look: (doc: Y.Doc) => Result): Promise<Result> {
		const document = await this.#open(id);
		return document.slot.hold(() => document.look(look));
	}

	/**
	 * The server's own writing, to several documents as one durable unit together with rows and audit events;
	 * relayed when it is durable. A `change` that throws undoes all of them and rejects with what it threw,
	 * so the check and the act are one (R24). Rejects with WriteConflict or DiskTrouble when it was not stored.
	 */
	async change(changes: readonly DocumentChange[], alongside: Alongside = {}): Promise<void> {
		const ids = [...new Set(changes.map(({ id }) => id))].sort();
		const documents = new Map<DocumentId, LiveDocument>();
		for (const id of ids) documents.set(id, await this.#open(id));
		const held = [...documents.values()];
		await holdAll(
			held.map(({ slot }) => slot),
			async () => {
				await Promise.all(held.map((document) => document.settle()));
				try {
					await this.#changeHeld(changes, documents, alongside);
				} catch (error) {
					// Only documents that got ahead of the disk go back to it.
					await Promise.all(held.map((document) => document.restore()));
					throw error;
				}
			}
		);
	}

	/**
	 * Replaces log and snapshots by the content without its garbage: nothing deleted is left in any byte
	 * (take-backs, withdrawals, erasure).
	 */
	async scrub(id: DocumentId): Promise<void> {
		const document = await this.#open(id);
		await document.scrub();
	}

	/**
	 * Rights have changed: closes every socket of the session (or of one person in it) that may no longer read,
	 * and takes back what is shown under the pens of those who may no longer write.
	 */
	recheck(session: SessionId, person?: PersonId): void {
		for (const document of this.#live.ofSession(session)) {
			for (const connection of document.audience) {
				if (person !== undefined && connection.person !== person) continue;
				const refused = connection.readRefusal();
				if (refused) connection.outlet.close(refused.code, refused.message);
			}
			document.presence.recheck();
		}
	}

	/** Told when a person's first socket on a document opens or their last closes. */
	onPresence(listener: (event: PresenceEvent) => void): void {
		this.#connections.onPresence(listener);
	}

	/** Told when a change to a document is on the disk, whoever made it; to be answered at once. */
	onDurable(listener: (head: DocumentHead) => void): void {
		this.#durable.push(listener);
	}

	/** Goes back to what can be read of a document that cannot be opened as a whole (R59). */
	async rollBack(id: DocumentId, by: PersonId): Promise<void> {
		const head = await this.#known(id);
		await this.#live.rollBack(head, by);
	}

	/** Makes durable what has come, tells every socket that we are restarting, and stops (R61). */
	async close(): Promise<void> {
		await this.#connections.close();
		await this.#live.close();
	}

	async #open(id: DocumentId): Promise<LiveDocument> {
		return this.#live.open(await this.#known(id));
	}

	async #known(id: DocumentId): Promise<DocumentHead> {
		const head = await this.head(id);
		if (!head) throw new Refusal('not-found', 'This page of the session is not there any more.');
		return head;
	}

	async #changeHeld(
		changes: readonly DocumentChange[],
		documents: Map<DocumentId, LiveDocument>,
		{ statements = [], events = [] }: Alongside
	): Promise<void> {
		const added = new Map<LiveDocument, Uint8Array[]>();
		for (const { id, change } of changes) {
			const document = documents.get(id)!;
			const update = document.change(change);
			if (update) added.set(document, [...(added.get(document) ?? []), update]);
		}
		const kept = [...added].map(([document, updates]) => {
			const update = mergeUpdates(updates);
			return { document, update, append: document.log.append(update) };
		});
		const rows = kept.flatMap(({ append }) => append.statements);
		if (rows.length + statements.length + events.length === 0) return;
		await this.#ground.store.writer.commit([...rows, ...statements], events);
		for (const { document, append, update } of kept) {
			append.kept();
			document.changeKept(update);
		}
	}
}

function headOf(row: DocumentTable): DocumentHead {
	const { id, kind, session, owner, step, breakout } = row;
	return {
		id,
		kind,
		group: row.group_id,
		session,
		owner,
		step,
		breakout,
		readers: JSON.parse(row.readers) as PersonId[],
		readsWhen: row.reads_when
	};
}

function rowOf(head: DocumentHead, now: number): DocumentTable {
	const { id, kind, session, owner, step, breakout } = head;
	return {
		id,
		kind,
		group_id: head.group,
		session,
		owner,
		step,
		breakout,
		readers: JSON.stringify(head.readers),
		reads_when: head.readsWhen,
		epoch: 0,
		created_at: now,
		quarantined_at: null
	};
}
