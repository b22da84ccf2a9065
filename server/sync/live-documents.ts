import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { DocumentId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import { setQuarantine } from '../store/documents.ts';
import { SealBroken } from '../vault/vault.ts';
import { ContentBroken } from './content.ts';
import { Compactor } from './compactor.ts';
import { DocumentLog } from './document-log.ts';
import { GroupCommit } from './group-commit.ts';
import { LiveDocument } from './live-document.ts';

/** A document that nobody uses leaves memory after this long. */
const IDLE_MS = 60_000;
/** What is erased on a board is in no stored byte any more soon after; while people go on erasing, this often (S12). */
const SCRUB_EVERY_MS = 15_000;

/** The document cannot be opened; the rest of the room goes on without it (R59). */
export class InQuarantine extends Error {
	override readonly name = 'InQuarantine';
}

/** The documents that are in memory. */
export class LiveDocuments {
	readonly #ground: Ground;
	readonly #documents = new Map<DocumentId, Promise<LiveDocument>>();
	readonly #opened = new Map<DocumentId, LiveDocument>();
	readonly #commits = new GroupCommit((document) => this.#drop(document));
	readonly #compactor: Compactor;
	readonly #whenDurable: (document: LiveDocument) => void;

	/** `whenDurable` is told of every change that is on the disk. */
	constructor(ground: Ground, whenDurable: (document: LiveDocument) => void) {
		this.#ground = ground;
		this.#whenDurable = whenDurable;
		this.#compactor = new Compactor(ground.store.writer);
	}

	find(id: DocumentId): LiveDocument | undefined {
		return this.#opened.get(id);
	}

	ofSession(session: SessionId): LiveDocument[] {
		return [...this.#opened.values()].filter(({ head }) => head.session === session);
	}

	/** Throws InQuarantine. */
	async open(head: DocumentHead): Promise<LiveDocument> {
		const opening = this.#documents.get(head.id) ?? this.#load(head);
		this.#documents.set(head.id, opening);
		const document = await opening;
		document.usedAt = this.#ground.now();
		return document;
	}

	/** Lets go of what is idle, scrubs what was erased, and compacts what has grown. Called every few seconds. */
	sweep(): void {
		for (const document of this.#opened.values()) {
			const isIdle = document.isIdle && this.#ground.now() - document.usedAt > IDLE_MS;
			if (document.audience.size > 0) document.usedAt = this.#ground.now();
			if (document.hasErased && (isIdle || this.#ground.now() - document.scrubbedAt > SCRUB_EVERY_MS)) {
				document.scrubbedAt = this.#ground.now();
				document.scrub().catch((error: unknown) => {
					// It is tried again at the next round.
					document.hasErased = true;
					logFault('scrub', error);
				});
			} else if (this.#compactor.isDue(document, isIdle)) {
				this.#compactor.compact(document).catch((error: unknown) => logFault('compaction', error));
			} else if (isIdle) {
				this.#forget(document.head.id);
			}
		}
	}

	/** Puts the newest part of the history that can be read in place of the whole. */
	async rollBack(head: DocumentHead, by: PersonId): Promise<void> {
		const { writer } = this.#ground.store;
		const log = new DocumentLog(this.#ground, head);
		const content = await log.readable();
		const replaced = log.replace({ snapshot: content.diff(), stateVector: content.stateVector() });
		const event = { person: by, action: 'document.roll-back', object: head.id };
		await writer.commit(replaced.statements, [event]);
		this.#forget(head.id);
	}

	/** Makes durable what has been gathered. */
	commit(): Promise<void> {
		return this.#commits.commit();
	}

	async close(): Promise<void> {
		await this.#commits.commit();
		this.#commits.stop();
		for (const { presence } of this.#opened.values()) presence.stop();
		await this.#compactor.close();
	}

	async #load(head: DocumentHead): Promise<LiveDocument> {
		const log = new DocumentLog(this.#ground, head);
		try {
			const content = await log.load();
			const needs = {
				writer: this.#ground.store.writer,
				whenGathered: this.#commits.add,
				whenDurable: this.#whenDurable
			};
			const document = new LiveDocument({ head, log, content }, needs);
			this.#opened.set(head.id, document);
			return document;
		} catch (error) {
			this.#documents.delete(head.id);
			if (!(error instanceof ContentBroken || error instanceof SealBroken)) throw error;
			logFault('document', error);
			await this.#quarantine(head.id);
			throw new InQuarantine(`Document ${head.id} cannot be opened.`, { cause: error });
		}
	}

	async #quarantine(id: DocumentId): Promise<void> {
		const { db, writer } = this.#ground.store;
		const event = { person: null, action: 'document.quarantine', object: id };
		await writer.commit([setQuarantine(db, id, this.#ground.now())], [event]);
	}

	/** Whoever is on it comes back to what is durable, and sends again what is not. */
	#drop(document: LiveDocument): void {
		this.#forget(document.head.id);
		for (const { outlet } of document.audience) outlet.close(CLOSE.UNAVAILABLE, 'not now');
	}

	#forget(id: DocumentId): void {
		this.#opened.get(id)?.presence.stop();
		this.#documents.delete(id);
		this.#opened.delete(id);
	}
}
