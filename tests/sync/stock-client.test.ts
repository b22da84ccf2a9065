import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { newId } from '../../src/lib/domain/ids.ts';
import { synced } from '../support/stock-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

const until = async (holds: () => boolean) => {
	for (let tries = 0; !holds(); tries++) {
		if (tries > 250) throw new Error(`did not happen: ${holds}`);
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
};

test('P01 a stock y-websocket client syncs a document with another', async () => {
	const { id } = await harness.make('table');
	const one = harness.stock(ana, id);
	const two = harness.stock(ben, id);
	await Promise.all([synced(one), synced(two)]);
	one.doc.getMap('answers').set('thought', 'They will laugh');
	two.doc.getText('words').insert(0, 'hello');
	await until(() => two.doc.getMap('answers').get('thought') === 'They will laugh');
	await until(() => one.doc.getText('words').toString() === 'hello');
});

test('what a stock client wrote while away arrives when it comes back', async () => {
	const { id } = await harness.make('table');
	const one = harness.stock(ana, id);
	await synced(one);
	one.disconnect();
	one.doc.getMap('answers').set('a', 1);
	one.doc.getMap('answers').set('a', 2);
	one.connect();
	// A change made before the server has said what it knows must not be taken for a breach.
	one.ws!.addEventListener('open', () => one.doc.getMap('answers').set('b', 3));
	await synced(one);
	const late = harness.stock(ben, id);
	await until(() => late.doc.getMap('answers').get('b') === 3);
	expect(late.doc.getMap('answers').toJSON()).toEqual({ a: 2, b: 3 });
});

test('a stock client comes back by itself after the server has restarted, with nothing doubled', async () => {
	const { id } = await harness.make('table');
	const one = harness.stock(ana, id);
	await synced(one);
	one.doc.getArray('rows').push(['first']);
	await until(() => one.synced);
	await harness.restart();
	one.doc.getArray('rows').push(['second']);
	await until(() => one.synced);
	const other = harness.stock(ben, id);
	await until(() => other.doc.getArray('rows').length === 2);
	expect(other.doc.getArray('rows').toJSON()).toEqual(['first', 'second']);
});

test('a stock client that reads a document it may not write stays connected', async () => {
	const { id } = await harness.make('room');
	harness.server.access.decide = (_person, how) => how === 'read';
	await harness.server.documents.change([{ id, change: (doc) => doc.getMap('stage').set('the', 1) }]);
	await harness.server.documents.change([{ id, change: (doc) => doc.getMap('stage').set('the', 2) }]);
	const reader = harness.stock(ana, id);
	await synced(reader);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(reader.wsconnected).toBe(true);
	// A second connection repeats the deletions it has heard of: they add nothing, so they are no writing.
	reader.disconnect();
	reader.connect();
	await synced(reader);
	await new Promise((resolve) => setTimeout(resolve, 300));
	expect(reader.wsconnected).toBe(true);
	expect(reader.doc.getMap('stage').get('the')).toBe(2);
});

test('P35 cursors of stock clients reach each other, and go when they leave', async () => {
	const { id } = await harness.make('board');
	const one = harness.stock(ana, id);
	const two = harness.stock(ben, id);
	await Promise.all([synced(one), synced(two)]);
	one.awareness.setLocalStateField('cursor', { x: 1 });
	const seen = () => two.awareness.getStates().get(one.doc.clientID);
	await until(() => seen()?.cursor !== undefined);
	expect(seen()).toEqual({ cursor: { x: 1 }, person: ana });
	one.disconnect();
	await until(() => seen() === undefined);
	one.connect();
	// Back with the clock it left with: the server's own clock makes others take it.
	await until(() => seen() !== undefined);
});

test('a document written by many at once ends up the same for everyone', async () => {
	const { id } = await harness.make('table');
	const people = [ana, ben, newId<'person'>(), newId<'person'>()];
	const clients = people.map((person) => harness.stock(person, id));
	await Promise.all(clients.map(synced));
	for (let n = 0; n < 50; n++) {
		for (const { doc } of clients)
			doc.getText('words').insert(n % (doc.getText('words').length + 1), `${n};`);
		await new Promise((resolve) => setTimeout(resolve, 4));
	}
	const text = (doc: Y.Doc) => doc.getText('words').toString();
	// Each wrote the same words, so that texts can look alike before everything has arrived.
	const everything = clients.length * Array.from({ length: 50 }, (_, n) => `${n};`).join('').length;
	await until(() => clients.every(({ doc }) => text(doc).length === everything));
	expect(new Set(clients.map(({ doc }) => text(doc))).size).toBe(1);
	expect(await harness.server.documents.read(id, text)).toBe(text(clients[0]!.doc));
});
