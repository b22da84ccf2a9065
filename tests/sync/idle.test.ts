import { afterEach, beforeEach, expect, test } from 'vitest';
import { DOCUMENT_KINDS } from '../../src/lib/domain/documents.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { synced } from '../support/stock-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

/** A stock client goes when it has heard nothing for 30 s, and looks every 3 s. HEARTH_IDLE_MS=120000 tries two minutes. */
const IDLE_MS = Number(process.env.HEARTH_IDLE_MS ?? 36_000);

test(
	'P01 P40 a stock WebsocketProvider with a member’s cookie and our Origin stays connected while idle',
	{ timeout: IDLE_MS + 30_000 },
	async () => {
		const { id } = await harness.make('own', ana);
		const client = harness.stock(ana, id);
		await synced(client);
		let losses = 0;
		client.on('connection-close', () => losses++);
		await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
		expect({ losses, isConnected: client.wsconnected, isSynced: client.synced }).toEqual({
			...{ losses: 0, isConnected: true, isSynced: true }
		});
	}
);

test('P03 R31 a stock WebsocketProvider is refused at every document that is not the member’s, and stops', async () => {
	const mine = await harness.make('own', ana);
	harness.server.access.decide = (_person, _how, head) => head.id === mine.id;
	const others = await Promise.all(DOCUMENT_KINDS.map((kind) => harness.make(kind, newId<'person'>())));
	const clients = [...others.map(({ id }) => id), newId<'document'>()].map((id) => harness.stock(ana, id));
	const codes = await Promise.all(
		clients.map(
			(client) =>
				new Promise<number>((resolve) => client.on('connection-close', (event) => resolve(event?.code ?? 0)))
		)
	);
	expect(codes).toEqual(clients.map(() => CLOSE.NOT_FOUND));
	expect(clients.some(({ synced: isSynced }) => isSynced)).toBe(false);
});
