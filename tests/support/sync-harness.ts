import type { DocumentHead, DocumentKind } from '../../src/lib/domain/documents.ts';
import { newId, type DocumentId, type PersonId } from '../../src/lib/domain/ids.ts';
import { openGround, type TestGround } from './ground.ts';
import { RawClient } from './raw-client.ts';
import { socketOf, stockClient } from './stock-client.ts';
import { startSyncServer, type SyncServer } from './sync-server.ts';

const session = newId<'session'>();
const group = newId<'group'>();

/** A server of documents, and the clients that a test opens on it: `close` ends them all. */
export class SyncHarness {
	readonly ground: TestGround;
	server: SyncServer;
	readonly session = session;
	readonly #cleanups: (() => void)[] = [];

	private constructor(ground: TestGround, server: SyncServer) {
		this.ground = ground;
		this.server = server;
	}

	static async start(): Promise<SyncHarness> {
		const ground = await openGround();
		const now = () => Date.now() + ground.clock.now - startedAt;
		const startedAt = ground.clock.now;
		ground.now = now;
		return new SyncHarness(ground, await startSyncServer(ground));
	}

	/** Time goes on at its own pace in these tests; this adds to it. */
	passTime(ms: number): void {
		this.ground.clock.now += ms;
	}

	make(
		kind: DocumentKind,
		owner: PersonId | null = null,
		{ readers = [], breakout = null }: Partial<Pick<DocumentHead, 'readers' | 'breakout'>> = {}
	): Promise<DocumentHead> {
		const place = { group, session, step: null, readsWhen: 'as-you-type' } as const;
		return this.server.documents.create({ kind, owner, readers, breakout, ...place });
	}

	raw(person: PersonId, document: DocumentId | string, acknowledge = true): RawClient {
		return this.#own(
			new RawClient({ port: this.server.port, document, person, acknowledge, captions: acknowledge })
		);
	}

	async join(person: PersonId, document: DocumentId, acknowledge = true): Promise<RawClient> {
		return this.#own(
			await RawClient.join({ port: this.server.port, document, person, acknowledge, captions: acknowledge })
		);
	}

	stock(person: PersonId, document: DocumentId, doc?: Parameters<typeof stockClient>[0]['doc']) {
		const provider = stockClient({ port: this.server.port, document, person, ...(doc && { doc }) });
		this.#cleanups.push(() => {
			provider.destroy();
			provider.awareness.destroy();
		});
		return provider;
	}

	/** Lets the page's own client run as this person's browser. */
	beBrowserOf(person: PersonId): void {
		const before = globalThis.WebSocket;
		globalThis.WebSocket = socketOf(person, this.server.origin);
		this.#cleanups.push(() => (globalThis.WebSocket = before));
	}

	afterwards(cleanup: () => void): void {
		this.#cleanups.push(cleanup);
	}

	/** Ends the server as a deployment does, and starts another on the same data and port. */
	async restart(): Promise<void> {
		const { access, port } = this.server;
		await this.server.close();
		this.server = await startSyncServer(this.ground, port);
		this.server.access.decide = access.decide;
	}

	async close(): Promise<void> {
		for (const cleanup of this.#cleanups) cleanup();
		await this.server.close();
		await this.ground.close();
	}

	#own(client: RawClient): RawClient {
		this.#cleanups.push(() => client.end());
		return client;
	}
}
