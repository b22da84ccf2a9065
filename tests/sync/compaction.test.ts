import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

async function grow(id: DocumentId, changes: number): Promise<void> {
	for (let n = 0; n < changes; n++) {
		await harness.server.documents.change([{ id, change: (doc) => doc.getMap('stage').set('the', n) }]);
	}
}

const db = () => harness.ground.store.db;
const snapshots = () => db().selectFrom('document_snapshot').select(['seq']).orderBy('seq').execute();
const oldest = async () =>
	(await db().selectFrom('document_update').select('seq').orderBy('seq').executeTakeFirst())?.seq;

/** Documents are looked at every five seconds. */
const eventually = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 12_000, interval: 100 });

test('a long log becomes a snapshot; only what is older than the snapshot before it is forgotten', async () => {
	const { id } = await harness.make('room');
	await grow(id, 510);
	await eventually(async () => expect(await snapshots()).toEqual([{ seq: 510 }]));
	expect(await oldest()).toBe(1);
	await grow(id, 510);
	await eventually(async () => expect(await snapshots()).toEqual([{ seq: 510 }, { seq: 1020 }]));
	expect(await oldest()).toBe(511);
	await harness.restart();
	const client = await harness.join(newId(), id);
	expect(client.doc.getMap('stage').get('the')).toBe(509);
});

test('a document that nobody uses leaves memory after a minute, with a snapshot, and comes back whole', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(newId(), id);
	for (let n = 0; n < 40; n++) client.edit((doc) => doc.getArray('rows').push([n]));
	await client.until(() => client.acknowledged > 1);
	client.end();
	await grow(id, 30);
	harness.passTime(61_000);
	await eventually(async () => expect(await snapshots()).toHaveLength(1));
	harness.passTime(61_000);
	const again = await harness.join(newId(), id);
	expect(again.doc.getArray('rows').length).toBe(40);
	expect(again.doc.getMap('stage').get('the')).toBe(29);
});
