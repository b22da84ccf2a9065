import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../src/lib/domain/ids.ts';
import { MESSAGE, step1Message, step2Message, SYNC, updateMessage } from '../../src/lib/protocol/messages.ts';
import { SyncHarness } from '../support/sync-harness.ts';

/** How a connection begins, frame by frame. */

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();
const NOTHING = new Uint8Array([0, 0]);

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

test('P04 the server asks first, and relays only after it has answered what the client asked', async () => {
	const { id } = await harness.make('table');
	const peer = await harness.join(ben, id);
	peer.edit((doc) => doc.getMap('a').set('before', 1));
	await peer.until(() => peer.acknowledged === 2);

	const newcomer = harness.raw(ana, id);
	await newcomer.until(() => newcomer.frames.length > 0);
	expect([...newcomer.frames[0]!.subarray(0, 2)]).toEqual([MESSAGE.SYNC, SYNC.STEP_1]);
	peer.edit((doc) => doc.getMap('a').set('meanwhile', 1));
	await peer.until(() => peer.acknowledged === 3);
	expect(newcomer.of(MESSAGE.SYNC, SYNC.UPDATE)).toEqual([]);

	newcomer.send(step1Message(Y.encodeStateVector(newcomer.doc)));
	await newcomer.until(() => newcomer.of(MESSAGE.SYNC, SYNC.STEP_2).length === 1);
	expect(newcomer.doc.getMap('a').toJSON()).toEqual({ before: 1, meanwhile: 1 });
	peer.edit((doc) => doc.getMap('a').set('after', 1));
	await newcomer.until(() => newcomer.doc.getMap('a').has('after'));
});

/** Two changes as a page would have made them while it was away, the second resting on the first. */
function twoChanges() {
	const doc = new Y.Doc();
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	doc.getText('answer').insert(0, 'one ');
	doc.getText('answer').insert(4, 'two');
	return { whole: Y.encodeStateAsUpdate(doc), second: updates[1]! };
}

test('P12 an update sent before the step 2 that it rests on is dropped without a word, and nothing is lost', async () => {
	const { id } = await harness.make('own', ana);
	const client = harness.raw(ana, id);
	await client.opened();
	const { whole, second } = twoChanges();
	client.send(updateMessage(second));
	client.send(step1Message(Y.encodeStateVector(client.doc)));
	client.send(step2Message(whole));
	await client.until(() => client.acknowledged === 2);
	const read = await harness.server.documents.read(id, (doc) => doc.getText('answer').toString());
	expect(read).toBe('one two');
	expect(client.socket.readyState).toBe(client.socket.OPEN);
});

test('P11 acknowledgements count every sync frame from one, and begin with the first step 2', async () => {
	const { id } = await harness.make('own', ana);
	const client = harness.raw(ana, id);
	await client.opened();
	client.edit((doc) => doc.getMap('a').set('early', 1));
	await harness.server.documents.read(id, (doc) => doc.getMap('a').size);
	const other = harness.raw(ana, id);
	await other.opened();
	other.send(step1Message(Y.encodeStateVector(other.doc)));
	await other.until(() => other.doc.getMap('a').has('early'));
	expect(client.acknowledged).toBe(0);

	client.send(step2Message(NOTHING));
	await client.until(() => client.acknowledged === 2);
	client.edit((doc) => doc.getMap('a').set('late', 1));
	await client.until(() => client.acknowledged === 3);
});
