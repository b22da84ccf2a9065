import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { auditRows } from '../../server/store/audit-log.ts';
import { InQuarantine } from '../../server/sync/live-documents.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

const rows = (doc: Y.Doc) => doc.getArray('rows').toJSON();

async function damaged(): Promise<DocumentId> {
	const { id } = await harness.make('table');
	for (const word of ['one', 'two', 'three']) {
		await harness.server.documents.change([{ id, change: (doc) => doc.getArray('rows').push([word]) }]);
	}
	const { db, writer } = harness.ground.store;
	const [, , last] = await db.selectFrom('document_update').selectAll().where('document', '=', id).execute();
	const sealed = Buffer.from(last!.update_sealed);
	sealed[sealed.length - 1]! ^= 1;
	const sql = 'UPDATE document_update SET update_sealed = ? WHERE document = ? AND seq = 3';
	await writer.commit([{ sql, parameters: [sealed, id], expect: 1 }]);
	await harness.restart();
	return id;
}

test('R59 a document that cannot be opened is set apart, and the rest of the room goes on', async () => {
	const id = await damaged();
	const other = await harness.make('room');
	expect(await harness.raw(newId(), id).closed).toBe(CLOSE.UNAVAILABLE);
	await expect(harness.server.documents.read(id, rows)).rejects.toThrow(InQuarantine);
	await harness.join(newId(), other.id);
	const row = await harness.ground.store.db
		.selectFrom('document')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	expect(row?.quarantined_at).not.toBeNull();
	const events = await auditRows(harness.ground.store.db);
	expect(events.map(({ action }) => action)).toContain('document.quarantine');
});

test('R59 staff go back to what can be read of it', async () => {
	const id = await damaged();
	const staff = newId<'person'>();
	await expect(harness.server.documents.read(id, rows)).rejects.toThrow(InQuarantine);
	await harness.server.documents.rollBack(id, staff);
	expect(await harness.server.documents.read(id, rows)).toEqual(['one', 'two']);
	const client = await harness.join(newId(), id);
	client.edit((doc) => doc.getArray('rows').push(['again']));
	await client.until(() => client.acknowledged === 2);
	await harness.restart();
	expect(await harness.server.documents.read(id, rows)).toEqual(['one', 'two', 'again']);
});
