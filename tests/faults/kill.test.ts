import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { RawClient } from '../support/raw-client.ts';
import { spawnSync, type SpawnedSync } from '../support/spawn-sync.ts';

const LOOPS = 20;
const WRITERS = 4;
const TWENTY_STARTS_MS = 240_000;
let directory: string;
let running: SpawnedSync | null = null;

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), 'hearth-kill-'));
});
afterEach(async () => {
	await running?.end('SIGKILL');
	await rm(directory, { recursive: true });
});

async function start(): Promise<SpawnedSync> {
	running = await spawnSync(directory);
	return running;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const rows = (doc: Y.Doc) => doc.getArray<string>('rows');

/** Writes until its connection ends; which of its words the server called durable, and which a peer was shown. */
class Writer {
	readonly client: RawClient;
	readonly #name: string;
	#written = 0;

	constructor(client: RawClient, name: string) {
		this.client = client;
		this.#name = name;
	}

	async write(): Promise<void> {
		while (this.client.socket.readyState === this.client.socket.OPEN) {
			const word = `${this.#name}-${this.#written++}`;
			this.client.edit((doc) => rows(doc).push([word]));
			await pause(20 + Math.random() * 10);
		}
	}

	/** The first sync frame was its empty step 2; each later one a word. */
	get acknowledged(): string[] {
		const count = Math.max(0, this.client.acknowledged - 1);
		return Array.from({ length: count }, (_, n) => `${this.#name}-${n}`);
	}
}

const join_ = ({ port }: SpawnedSync, document: DocumentId) =>
	RawClient.join({ port, document, person: newId<'person'>() });

/** What a peer was shown, its own words aside: it has written none. */
const shownTo = (client: RawClient) => rows(client.doc).toArray();

test(
	'R55 killed twenty times in mid-stroke, the server has lost nothing acknowledged and nothing seen',
	async () => {
		const promised = new Map<DocumentId, Set<string>>();
		let acknowledgements = 0;
		for (let loop = 0; loop <= LOOPS; loop++) {
			const server = await start();
			const readers = new Map<DocumentId, RawClient>();
			for (const id of server.documents) {
				const reader = await join_(server, id);
				readers.set(id, reader);
				const kept = new Set(shownTo(reader));
				const lost = [...(promised.get(id) ?? [])].filter((word) => !kept.has(word));
				expect(lost, `lost by kill ${loop}`).toEqual([]);
				expect(kept.size, `doubled by kill ${loop}`).toBe(rows(reader.doc).length);
				promised.set(id, kept);
			}
			if (loop === LOOPS) {
				await server.end('SIGKILL');
				break;
			}
			const writers = await Promise.all(
				Array.from({ length: WRITERS }, async (_, n) => {
					const id = server.documents[n % server.documents.length]!;
					return { id, writer: new Writer(await join_(server, id), `${loop}/${n}`) };
				})
			);
			const writing = writers.map(({ writer }) => writer.write());
			// On a slow machine too, every kill comes in the middle of something.
			await writers[0]!.writer.client.until(() => writers[0]!.writer.acknowledged.length > 1, 20_000);
			await pause(Math.random() * 250);
			await server.end('SIGKILL');
			await Promise.all(writing);
			for (const { id, writer } of writers) {
				await writer.client.closed;
				acknowledgements += writer.acknowledged.length;
				for (const word of writer.acknowledged) promised.get(id)!.add(word);
			}
			for (const [id, reader] of readers) {
				await reader.closed;
				for (const word of shownTo(reader)) promised.get(id)!.add(word);
			}
		}
		expect(acknowledgements).toBeGreaterThan(LOOPS);
	},
	TWENTY_STARTS_MS
);

test('R61 P46 on SIGTERM what has come is made durable, sockets close with 1012, and the process is gone in five seconds', async () => {
	const server = await start();
	const [id] = server.documents as [DocumentId];
	const client = await join_(server, id);
	for (let n = 0; n < 30; n++) client.edit((doc) => rows(doc).push([`${n}`]));
	await client.until(() => client.acknowledged > 0);
	const begun = Date.now();
	const ended = server.end('SIGTERM');
	expect(await client.closed).toBe(CLOSE.RESTARTING);
	expect(await ended).toBe(0);
	expect(Date.now() - begun).toBeLessThan(5_000);
	const again = await start();
	const reader = await join_(again, id);
	expect(rows(reader.doc).length).toBeGreaterThanOrEqual(client.acknowledged - 1);
	await again.end('SIGKILL');
});
