import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../src/lib/domain/ids.ts';
import { openGround, type TestGround } from '../../tests/support/ground.ts';
import { openAccess } from '../../tests/support/open-access.ts';
import { auditRows } from '../store/audit-log.ts';
import { Documents } from './documents.ts';

let ground: TestGround;
let documents: Documents;
const signIns = { onEnded: () => undefined, touch: () => Promise.resolve() };
const session = newId<'session'>();

beforeEach(async () => {
	ground = await openGround();
	documents = new Documents(ground, openAccess(), signIns);
});
afterEach(async () => {
	await documents.close();
	await ground.close();
});

function makeRoom() {
	const head = { kind: 'room', group: newId<'group'>(), session, owner: null, step: null } as const;
	return documents.create({ ...head, readers: [], readsWhen: 'as-you-type' });
}

const set = (key: string, value: unknown) => (doc: Y.Doc) => void doc.getMap('about').set(key, value);
const about = (doc: Y.Doc) => doc.getMap('about').toJSON();

test('what the server writes is there after a restart', async () => {
	const { id } = await makeRoom();
	await documents.change([{ id, change: set('title', 'Tuesday') }]);
	await documents.close();

	const again = new Documents(ground, openAccess(), signIns);
	expect(await again.read(id, about)).toEqual({ title: 'Tuesday' });
	expect((await again.ofSession(session)).map((head) => head.id)).toEqual([id]);
	await again.close();
});

test('a change to two documents is one: when its rows conflict, neither has changed', async () => {
	const [one, two] = [await makeRoom(), await makeRoom()];
	await documents.change([{ id: one.id, change: set('step', 1) }]);
	const conflict = { sql: 'UPDATE document SET epoch = 9 WHERE id = ?', parameters: ['nobody'], expect: 1 };
	const both = [one, two].map(({ id }) => ({ id, change: set('step', 2) }));
	await expect(documents.change(both, { statements: [conflict] })).rejects.toThrow('rows changed');

	expect(await documents.read(one.id, about)).toEqual({ step: 1 });
	expect(await documents.read(two.id, about)).toEqual({});
	await documents.change([{ id: one.id, change: set('step', 3) }]);
	expect(await documents.read(one.id, about)).toEqual({ step: 3 });
});

test('a change that throws half-way leaves nothing behind, and says what it threw', async () => {
	const { id } = await makeRoom();
	const change = (doc: Y.Doc) => {
		set('step', 1)(doc);
		throw new Error('not now');
	};
	await expect(documents.change([{ id, change }])).rejects.toThrow('not now');
	expect(await documents.read(id, about)).toEqual({});
});

test('events are in the audit log with the change they belong to', async () => {
	const { id } = await makeRoom();
	const event = { person: newId<'person'>(), action: 'stage.lock', object: session };
	await documents.change([{ id, change: set('locked', true) }], { events: [event] });
	expect(await auditRows(ground.store.db)).toMatchObject([{ action: 'stage.lock', object: session }]);
});

test('many changes at once are all kept, in their order', async () => {
	const { id } = await makeRoom();
	const append = (n: number) => (doc: Y.Doc) => doc.getArray('chat').push([n]);
	await Promise.all(Array.from({ length: 40 }, (_, n) => documents.change([{ id, change: append(n) }])));
	const kept = await documents.read(id, (doc) => doc.getArray('chat').toJSON());
	expect(kept).toEqual(Array.from({ length: 40 }, (_, n) => n));
});

test('S12 what is scrubbed is in no stored byte, and the document goes on', async () => {
	const { id } = await makeRoom();
	await documents.change([{ id, change: set('secret', 'canary in the coal mine') }]);
	await documents.change([{ id, change: (doc) => doc.getMap('about').delete('secret') }]);
	await documents.scrub(id);

	const rows = await ground.store.db.selectFrom('document_update').selectAll().execute();
	const snapshots = await ground.store.db.selectFrom('document_snapshot').selectAll().execute();
	expect(rows).toEqual([]);
	expect(snapshots).toHaveLength(1);
	const [snapshot] = snapshots;
	const place = `document_snapshot|${id}|${snapshot!.epoch}|${snapshot!.seq}`;
	const scope = `group:${(await documents.head(id))!.group}` as const;
	expect(ground.vault.open(scope, place, snapshot!.snapshot_sealed).includes('canary')).toBe(false);
	await documents.change([{ id, change: set('step', 2) }]);
	expect(await documents.read(id, about)).toEqual({ step: 2 });
});

test('R44 a stored update does not open in the place of another', async () => {
	const { id } = await makeRoom();
	await documents.change([{ id, change: set('step', 1) }]);
	await documents.change([{ id, change: set('step', 2) }]);
	const rows = await ground.store.db.selectFrom('document_update').selectAll().execute();
	const scope = `group:${(await documents.head(id))!.group}` as const;
	const open = (seq: number) =>
		ground.vault.open(scope, `document_update|${id}|0|${seq}`, rows[0]!.update_sealed);
	expect(() => open(2)).toThrow('seal is broken');
	expect(open(1).length).toBeGreaterThan(0);
});
