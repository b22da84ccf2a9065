import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { MESSAGE, SYNC, updateMessage } from '../../src/lib/protocol/messages.ts';
import { auditRows } from '../../server/store/audit-log.ts';
import { collected, craftUpdate } from '../support/crafted-update.ts';
import { RawClient } from '../support/raw-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test.each([
	['absent', null],
	['null', 'null'],
	['of another port', 'http://127.0.0.1:1'],
	['of a subdomain', 'http://a.localhost'],
	['of another scheme', 'https://localhost']
])('R30 P02 an Origin that is %s is refused before the upgrade', async (_what, origin) => {
	const { id } = await harness.make('table');
	const client = new RawClient({ port: harness.server.port, document: id, person: ana, origin });
	expect(await client.closed).toBe(403);
});

test('R31 P02 without a sign-in there is no upgrade', async () => {
	const { id } = await harness.make('table');
	expect(await new RawClient({ port: harness.server.port, document: id }).closed).toBe(401);
});

test('R31 P03 a foreign document closes exactly as one that never was', async () => {
	const { id } = await harness.make('own', ben);
	harness.server.access.decide = (person, _how, head) => head.owner === person;
	const tries = [id, newId(), 'not-an-id', '', 'a/b'].map((document) => harness.raw(ana, document));
	expect(await Promise.all(tries.map(({ closed }) => closed))).toEqual(Array(5).fill(CLOSE.NOT_FOUND));
	// Not a frame was said to any of them.
	expect(tries.map(({ frames }) => frames.length)).toEqual(Array(5).fill(0));
});

test('R23 P05 a right that is lost closes the sockets that rested on it, and no other', async () => {
	const { id } = await harness.make('table');
	const [lost, kept] = [await harness.join(ana, id), await harness.join(ben, id)];
	harness.server.access.decide = (person) => person !== ana;
	harness.server.access.lose(harness.session, ana);
	expect(await lost.closed).toBe(CLOSE.NOT_FOUND);
	kept.edit((doc) => doc.getMap('a').set('b', 1));
	await kept.until(() => kept.acknowledged === 2);
});

test('R32 P05 rights are asked again for every message', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	harness.server.access.decide = () => false;
	client.tellPresence({ still: 'here' });
	expect(await client.closed).toBe(CLOSE.NOT_FOUND);
});

test('R06 the end of a sign-in ends its sockets; a new token for it does not', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	harness.server.signIns.end(ana, 'another');
	client.edit((doc) => doc.getMap('a').set('b', 1));
	await client.until(() => client.acknowledged === 2);
	const other = await harness.join(ben, id);
	harness.server.signIns.end(ben);
	expect(await other.closed).toBe(CLOSE.SIGNED_OUT);
});

test('P06 only who asked for acknowledgements gets them', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id, false);
	client.edit((doc) => doc.getMap('a').set('b', 1));
	await client.until(() => client.of(MESSAGE.SYNC, SYNC.UPDATE).length === 1);
	await pause(50);
	expect(client.frames.some((frame) => frame[0] === MESSAGE.ACKNOWLEDGEMENT)).toBe(false);
});

test('P07 one person cannot open sockets without end', async () => {
	const { id } = await harness.make('table');
	for (let n = 0; n < 16; n++) await harness.join(ana, id);
	expect(await harness.raw(ana, id).closed).toBe(CLOSE.TOO_MANY);
	await harness.join(ben, id);
});

test.each([
	['empty', new Uint8Array([])],
	['of an unknown kind', new Uint8Array([9, 1, 2])],
	['a sync message of an unknown kind', new Uint8Array([0, 7, 0])],
	['cut off', new Uint8Array([0, 2, 50, 1])],
	['a state vector that is none', new Uint8Array([0, 0, 3, 255, 255, 255])],
	['presence that is none', new Uint8Array([1, 3, 200, 200, 200])],
	['an acknowledgement', new Uint8Array([64, 1])]
])('R35 P45 a frame that is %s closes its socket and no other', async (_what, frame) => {
	const { id } = await harness.make('table');
	const [bad, good] = [await harness.join(ana, id), await harness.join(ben, id)];
	bad.send(frame);
	expect(await bad.closed).toBe(CLOSE.MALFORMED);
	good.edit((doc) => doc.getMap('a').set('b', 1));
	await good.until(() => good.acknowledged === 2);
});

test('R35 a text frame closes its socket', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	client.socket.send('hello');
	expect(await client.closed).toBe(CLOSE.MALFORMED);
});

test('R33 R35 P43 a frame that is too large closes its socket and no other, whatever its size', async () => {
	const { id } = await harness.make('table');
	const sizes = [300 * 1024, 5 * 1024 * 1024, 40 * 1024 * 1024];
	const good = await harness.join(ben, id);
	for (const size of sizes) {
		const client = await harness.join(ana, id);
		const frame = new Uint8Array(size);
		frame.set([0, 2]);
		client.send(frame);
		expect([CLOSE.TOO_LARGE, CLOSE.TOO_LONG, 1006]).toContain(await client.closed);
	}
	good.edit((doc) => doc.getMap('a').set('b', 1));
	await good.until(() => good.acknowledged === 2);
});

test('P43 what was written while away may come in one large frame', async () => {
	const { id } = await harness.make('table');
	const client = harness.raw(ana, id);
	await client.opened();
	client.doc.getText('words').insert(0, 'ab'.repeat(600_000));
	const { encodeStateAsUpdate } = await import('yjs');
	const { step2Message } = await import('../../src/lib/protocol/messages.ts');
	client.send(step2Message(encodeStateAsUpdate(client.doc)));
	await client.until(() => client.acknowledged === 1);
});

test('R33 P42 who sends too much is not read for a while, and loses nothing by it', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	const begun = Date.now();
	const edit = (n: number) => client.edit((doc) => doc.getArray('rows').push([n]));
	for (let n = 0; n < 200; n++) edit(n);
	await client.until(() => client.acknowledged > 1);
	edit(200);
	await client.until(() => client.acknowledged === 202, 10_000);
	// 120 at once, and 60 a second after that.
	expect(Date.now() - begun).toBeGreaterThan(1_000);
	expect(await harness.server.documents.read(id, (doc) => doc.getArray('rows').length)).toBe(201);
});

test('R57 a refused update ends its socket with a code, is audited, and is neither stored nor relayed', async () => {
	const { id } = await harness.make('board');
	const [victim, attacker] = [await harness.join(ana, id), await harness.join(ben, id)];
	victim.edit((doc) => doc.getArray('strokes').push(['mine']));
	await victim.until(() => victim.acknowledged === 2);
	const before = victim.frames.length;
	const clock = 1;
	attacker.send(
		updateMessage(craftUpdate([{ client: victim.doc.clientID, clock, structs: [collected(1_000_000)] }]))
	);
	expect(await attacker.closed).toBe(CLOSE.REFUSED);
	await pause(50);
	expect(victim.frames.length).toBe(before);
	const rows = await ground().selectFrom('document_update').selectAll().execute();
	expect(rows).toHaveLength(1);
	expect(await auditRows(ground())).toMatchObject([
		{ person: ben, action: 'update.refused', object: id, detail: 'foreign-client' }
	]);
	victim.edit((doc) => doc.getArray('strokes').push(['still here']));
	await victim.until(() => victim.acknowledged === 3);
});

test('R57 P23 a client id stays its person’s after a restart', async () => {
	const { id } = await harness.make('table');
	const writer = await harness.join(ana, id);
	writer.edit((doc) => doc.getMap('a').set('b', 1));
	await writer.until(() => writer.acknowledged === 2);
	await harness.restart();
	const thief = await harness.join(ben, id);
	thief.doc.clientID = writer.doc.clientID;
	thief.edit((doc) => doc.getMap('a').set('c', 2));
	expect(await thief.closed).toBe(CLOSE.REFUSED);
});

test('P13 what is sent again is acknowledged and not stored twice', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	client.edit((doc) => doc.getMap('a').set('b', 1));
	const { encodeStateAsUpdate } = await import('yjs');
	for (let n = 0; n < 3; n++) client.send(updateMessage(encodeStateAsUpdate(client.doc)));
	await client.until(() => client.acknowledged === 5);
	expect(await ground().selectFrom('document_update').selectAll().execute()).toHaveLength(1);
});

const ground = () => harness.ground.store.db;
