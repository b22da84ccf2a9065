import * as Y from 'yjs';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { updateMessage } from '../../src/lib/protocol/messages.ts';
import { logFault } from '../http/fault-log.ts';
import { DiskTrouble, type Writer } from '../store/writer.ts';
import type { Connection } from './connection.ts';
import type { Content } from './content.ts';
import type { Append, DocumentLog } from './document-log.ts';
import { frameOf } from './frame.ts';
import { admitUpdate } from './guard/admit-update.ts';
import { mergeUpdates } from './merge-updates.ts';
import { Presence } from './presence.ts';
import { ProtocolError } from './protocol-error.ts';
import { Slot } from './slot.ts';

/** What has come in and is not durable yet. */
interface Gathered {
	updates: Uint8Array[];
	bytes: number;
	claims: [number, PersonId][];
	/** Up to which sync frame each connection may be told 'durable' afterwards. */
	counts: Map<Connection, number>;
	/** Who waits to be brought up to date, with their state vectors. */
	joins: Map<Connection, Uint8Array | undefined>;
}

interface LiveDocumentNeeds {
	writer: Writer;
	/** Told when something waits to be made durable. */
	whenGathered: (document: LiveDocument) => void;
	/** Told when a change, whoever made it, is on the disk. */
	whenDurable: (document: LiveDocument) => void;
}

/** While the disk is in trouble a document remembers this much; beyond it, writers are asked to come back later. */
const GATHERED_BYTES = 8 * 1024 * 1024;

/**
 * A document in memory, and the people on it. What they write is gathered, stored, and only then relayed and
 * acknowledged: nothing is seen before it is durable. One commit of a document is under way at a time.
 */
export class LiveDocument {
	readonly head: DocumentHead;
	readonly log: DocumentLog;
	readonly slot = new Slot();
	readonly audience = new Set<Connection>();
	readonly presence: Presence;
	readonly #writer: Writer;
	readonly #whenGathered: (document: LiveDocument) => void;
	readonly #whenDurable: (document: LiveDocument) => void;
	#content: Content;
	#gathered = nothingGathered();
	/** Whether the content in memory is more than what is durable and gathered: `restore` mends it. */
	#isAhead = false;
	/** Whether Yjs choked on an update that the guard let through. */
	#isTainted = false;
	usedAt = 0;
	/** Whether something was erased on it that its log still holds (S12). */
	hasErased = false;
	/** When the last scrub after an erasing began, in ms. */
	scrubbedAt = 0;

	constructor(
		{ head, log, content }: { head: DocumentHead; log: DocumentLog; content: Content },
		{ writer, whenGathered, whenDurable }: LiveDocumentNeeds
	) {
		this.head = head;
		this.log = log;
		this.#content = content;
		this.#writer = writer;
		this.#whenGathered = whenGathered;
		this.#whenDurable = whenDurable;
		this.presence = new Presence(this.audience, (client) => this.#content.owners.get(client));
	}

	get doc(): Y.Doc {
		return this.#content.doc;
	}

	get hasGathered(): boolean {
		const { updates, counts, joins } = this.#gathered;
		return updates.length > 0 || counts.size > 0 || joins.size > 0;
	}

	get isIdle(): boolean {
		return this.audience.size === 0 && this.slot.isFree && !this.hasGathered;
	}

	stateVector(): Uint8Array {
		return this.#content.stateVector();
	}

	/** A client's step 2 or update. Throws ProtocolError. */
	receive(connection: Connection, update: Uint8Array, cameBack: boolean): void {
		const admitted = admitUpdate(update, connection, {
			...{ head: this.head, content: this.#content, size: this.log.size }
		});
		if (admitted === 'rests on what is missing') {
			// Its missing part comes with the first step 2, which holds this update too.
			if (!cameBack) return;
			throw new ProtocolError(CLOSE.REFUSED, 'update refused', 'gap');
		}
		if (admitted !== 'nothing new') {
			if (this.#isTainted) throw new ProtocolError(CLOSE.UNAVAILABLE, 'not now');
			if (this.#gathered.bytes > GATHERED_BYTES) throw new ProtocolError(CLOSE.UNAVAILABLE, 'not now');
			this.#apply(update);
			this.hasErased ||= this.head.kind === 'board' && admitted.gone.some(isErased);
			for (const [client, person] of admitted.claims) this.#content.owners.set(client, person);
			this.#gathered.claims.push(...admitted.claims);
		}
		this.#gathered.counts.set(connection, connection.counted);
		this.#nextCommit();
	}

	/** Answers a step 1 with what is durable and the client does not have. */
	answer(connection: Connection, stateVector: Uint8Array | undefined): void {
		if (stateVector) Y.decodeStateVector(stateVector);
		this.#gathered.joins.set(connection, stateVector);
		this.#nextCommit();
	}

	/** Makes the gathered part durable, then relays and acknowledges it. To be called by who holds the slot. */
	async settle(): Promise<void> {
		if (!this.hasGathered) return;
		const gathered = this.#gathered;
		this.#gathered = nothingGathered();
		// Made now, since more may have been gathered by the time this much is durable.
		const replies = this.#replies(gathered.joins, this.#content);
		if (gathered.updates.length > 0) {
			const update = mergeUpdates(gathered.updates);
			try {
				await this.#keep(this.log.append(update, gathered.claims));
			} catch (error) {
				this.#putBack(gathered);
				await this.#answerFromDisk(gathered.joins);
				throw error;
			}
			this.relay(update);
			this.#whenDurable(this);
		}
		for (const reply of replies) reply();
		for (const [connection, count] of gathered.counts) connection.acknowledge(count);
	}

	/** Looks at the durable content. To be called by who holds the slot. */
	async look<Result>(look: (doc: Y.Doc) => Result): Promise<Result> {
		try {
			await this.settle();
		} catch (error) {
			if (!(error instanceof DiskTrouble)) throw error;
			// What the disk already has can still be read.
			this.#whenGathered(this);
			return look((await this.log.load()).doc);
		}
		return look(this.doc);
	}

	/** The server's own change; what it added, to be kept, or null. Whoever fails to keep it calls `restore`. */
	change(change: (doc: Y.Doc) => void): Uint8Array | null {
		try {
			const added = this.#content.change(change);
			this.#isAhead ||= added !== null;
			return added;
		} catch (error) {
			this.#isAhead ||= this.#content.isTouched;
			throw error;
		}
	}

	/** The server's change is durable: everyone here gets it. */
	changeKept(update: Uint8Array): void {
		this.#isAhead = false;
		this.relay(update);
		this.#whenDurable(this);
	}

	/** Sends a durable update to everyone here. */
	relay(update: Uint8Array): void {
		const frame = frameOf(updateMessage(update));
		const presence = this.presence.takeAlong();
		const relay = { frame, update, withPresence: presence && Buffer.concat([frame, presence]) };
		for (const connection of this.audience) {
			if (connection.isJoined) connection.outlet.relay(relay);
			else if (presence) connection.outlet.sendPresence(presence);
		}
	}

	/** Goes back to what is durable, and what clients have written since. To be called by who holds the slot. */
	async restore(): Promise<void> {
		if (!this.#isAhead) return;
		const content = await this.log.load();
		for (const update of this.#gathered.updates) content.apply(update);
		for (const [client, person] of this.#gathered.claims) content.owners.set(client, person);
		this.#content = content;
		this.#isAhead = false;
		this.#isTainted = false;
	}

	/** The content as a snapshot. Deleted content is not in it, since the Y.Doc collects its garbage. */
	snapshot(): { snapshot: Uint8Array; stateVector: Uint8Array } {
		return { snapshot: this.#content.diff(), stateVector: this.#content.stateVector() };
	}

	/** Replaces log and snapshots by the content without its garbage: nothing deleted is left in any byte. */
	async scrub(): Promise<void> {
		await this.slot.hold(async () => {
			await this.settle();
			this.hasErased = false;
			await this.#keep(this.log.replace(this.snapshot()));
		});
		await this.#writer.truncateLog();
	}

	leave(connection: Connection): void {
		this.presence.leave(connection);
		this.audience.delete(connection);
		this.#gathered.joins.delete(connection);
		this.#gathered.counts.delete(connection);
	}

	#apply(update: Uint8Array): void {
		const added = this.#tryApply(update);
		if (!added) return;
		this.#gathered.updates.push(added);
		this.#gathered.bytes += added.length;
	}

	/** The guard should leave nothing for Yjs to choke on; if it ever does, the document goes back to what is durable. */
	#tryApply(update: Uint8Array): Uint8Array | null {
		try {
			const added = this.#content.apply(update);
			if (!this.#content.hasGaps) return added;
		} catch (error) {
			logFault('guard', error);
		}
		this.#isAhead = true;
		this.#isTainted = true;
		this.slot.hold(() => this.restore()).catch((error: unknown) => logFault('restore', error));
		throw new ProtocolError(CLOSE.REFUSED, 'update refused', 'unreadable');
	}

	async #keep(append: Append): Promise<void> {
		await this.#writer.commit(append.statements);
		append.kept();
	}

	#nextCommit(): void {
		const { updates, joins, counts } = this.#gathered;
		if (updates.length > 0 || !this.slot.isFree) return this.#whenGathered(this);
		// Nothing is waiting for the disk, so everything here is durable: no need to wait.
		for (const reply of this.#replies(joins, this.#content)) reply();
		for (const [connection, count] of counts) connection.acknowledge(count);
		this.#gathered = nothingGathered();
	}

	#replies(joins: Gathered['joins'], content: Content): (() => void)[] {
		return [...joins].map(([connection, stateVector]) => {
			const diff = content.diff(stateVector);
			const reached = content.stateVector();
			return () => connection.join(diff, reached);
		});
	}

	/** The disk takes nothing just now, but who joins can read what it has. */
	async #answerFromDisk(joins: Gathered['joins']): Promise<void> {
		if (joins.size === 0) return;
		const { updates } = await this.log.read();
		const doc = new Y.Doc();
		for (const update of updates) Y.applyUpdate(doc, update);
		for (const [connection, stateVector] of joins) {
			connection.join(Y.encodeStateAsUpdate(doc, stateVector), Y.encodeStateVector(doc));
		}
		doc.destroy();
	}

	#putBack({ updates, bytes, claims, counts }: Gathered): void {
		const later = this.#gathered;
		this.#gathered = {
			updates: [...updates, ...later.updates],
			bytes: bytes + later.bytes,
			claims: [...claims, ...later.claims],
			counts: new Map([...counts, ...later.counts]),
			joins: later.joins
		};
	}
}

/** Whether a thing on a board is gone, and not just changed: each change of one replaces what stood under its key. */
function isErased(item: Y.Item | Y.GC): boolean {
	const parent = item instanceof Y.Item ? (item.parent as Y.AbstractType<unknown> | null) : null;
	if (!(item instanceof Y.Item) || !parent || parent._item || item.parentSub === null) return false;
	return parent._map.get(item.parentSub)?.deleted === true;
}

function nothingGathered(): Gathered {
	return { updates: [], bytes: 0, claims: [], counts: new Map(), joins: new Map() };
}
