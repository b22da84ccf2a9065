import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { mergeUpdates, type Doc } from 'yjs';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import { DocumentConnection } from '../../src/lib/room/document-connection.svelte.ts';
import type { UnsentStore } from '../../src/lib/room/unsent-store.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();

beforeEach(async () => {
	harness = await SyncHarness.start();
	harness.beBrowserOf(ana);
});
afterEach(() => harness.close());

function open(document: DocumentId, more: Partial<ConstructorParameters<typeof DocumentConnection>[0]> = {}) {
	const connection = new DocumentConnection({ url: harness.server.origin, document, ...more });
	harness.afterwards(() => connection.close());
	return connection;
}

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 8_000, interval: 10 });
const write = (connection: DocumentConnection, words: string) =>
	connection.doc.getText('answer').insert(connection.doc.getText('answer').length, words);
const answer = (doc: Doc) => doc.getText('answer').toString();

test('P10 P51 it says Saved only when the server has said so', async () => {
	const { id } = await harness.make('own', ana);
	const connection = open(id);
	await until(() => connection.status === 'synced');
	expect(connection.saved).toEqual({ state: 'saved', count: 0 });
	write(connection, 'I felt ');
	write(connection, 'small');
	expect(connection.saved).toEqual({ state: 'saving', count: 2 });
	await until(() => connection.saved.state === 'saved');
	expect(await harness.server.documents.read(id, answer)).toBe('I felt small');
});

test('words written while away are not sent yet, and are saved after coming back', async () => {
	const { id } = await harness.make('own', ana);
	const connection = open(id);
	await until(() => connection.status === 'synced');
	await harness.server.documents.close();
	await until(() => connection.status === 'offline');
	write(connection, 'in the tunnel');
	expect(connection.saved).toEqual({ state: 'not-sent', count: 1 });
	await harness.restart();
	await until(() => connection.saved.state === 'saved');
	expect(connection.status).toBe('synced');
	expect(await harness.server.documents.read(id, answer)).toBe('in the tunnel');
});

test('a lock that came while away sets the words aside, offers them back, and takes them after the unlock', async () => {
	const { id } = await harness.make('table');
	const connection = open(id);
	await until(() => connection.status === 'synced');
	write(connection, 'before. ');
	await until(() => connection.saved.state === 'saved');
	const first = connection.doc;

	harness.server.access.decide = (_person, how) => how === 'read';
	write(connection, 'after');
	await until(() => connection.offeredBack !== null && connection.status === 'synced');
	expect(connection.doc).not.toBe(first);
	expect(answer(connection.doc)).toBe('before. ');
	expect(connection.saved.state).toBe('saved');
	expect(connection.offeredBack).toMatchObject({ words: ['before. after'], changes: 1, mayPutBack: true });

	harness.server.access.decide = () => true;
	connection.offeredBack!.putBack();
	expect(connection.offeredBack).toBeNull();
	await until(() => connection.saved.state === 'saved');
	expect(await harness.server.documents.read(id, answer)).toBe('before. after');
});

test('it stops, and says that it is gone, where the person may not be', async () => {
	const { id } = await harness.make('own', ben);
	harness.server.access.decide = (person, _how, head) => head.owner === person;
	const connection = open(id);
	await until(() => connection.status === 'closed');
	expect(connection.closedBecause).toBe('gone');
});

test('R06 it says that the sign-in has ended', async () => {
	const { id } = await harness.make('own', ana);
	const connection = open(id);
	await until(() => connection.status === 'synced');
	harness.server.signIns.end(ana);
	await until(() => connection.status === 'closed');
	expect(connection.closedBecause).toBe('signed-out');
});

test('R31 after a connection that could not be made it asks whether the person is still signed in', async () => {
	const { id } = await harness.make('own', ana);
	await harness.server.close();
	const isSignedIn = vi.fn(() => Promise.resolve(false));
	const connection = open(id, { isSignedIn });
	await until(() => connection.status === 'closed');
	expect(connection.closedBecause).toBe('signed-out');
	expect(isSignedIn).toHaveBeenCalledTimes(1);
});

test('it repeats nobody else’s presence, and is seen by others with its person', async () => {
	const { id } = await harness.make('board');
	const connection = open(id);
	const other = await harness.join(ben, id);
	other.tellPresence({ cursor: 1 });
	await until(() => connection.awareness.getStates().has(other.doc.clientID));
	connection.awareness.setLocalStateField('cursor', 2);
	await until(() => other.presence.get(connection.doc.clientID)?.state?.cursor === 2);
	expect(other.presence.get(connection.doc.clientID)?.state).toEqual({ cursor: 2, person: ana });
});

/** What outlives a page on one's own device. */
function ownDevice() {
	const kept = new Map<DocumentId, Uint8Array>();
	const unsent: UnsentStore = {
		isSettled: true,
		documents: () => Promise.resolve([...kept.keys()]),
		keep: (document, updates) =>
			void (updates.length > 0 ? kept.set(document, mergeUpdates([...updates])) : kept.delete(document)),
		take: (document) => Promise.resolve(kept.get(document) ?? null)
	};
	return { unsent, kept };
}

test('R43 on the person’s own device, unsent words outlive a reload', async () => {
	const { id } = await harness.make('own', ana);
	const { unsent, kept } = ownDevice();
	const page = open(id, { unsent });
	await until(() => page.status === 'synced');
	write(page, 'sent, ');
	await until(() => page.saved.state === 'saved');
	await harness.server.documents.close();
	await until(() => page.status === 'offline');
	write(page, 'not sent');
	page.close();

	await harness.restart();
	const reloaded = open(id, { unsent });
	await until(() => answer(reloaded.doc) === 'sent, not sent');
	await until(() => reloaded.saved.state === 'saved');
	expect(await harness.server.documents.read(id, answer)).toBe('sent, not sent');
	expect(kept.size).toBe(0);
});

test('R43 what an earlier page kept is said to be unsent until it is saved, and words written before that join it', async () => {
	const { id } = await harness.make('own', ana);
	const { unsent, kept } = ownDevice();
	const page = open(id, { unsent });
	await until(() => page.status === 'synced');
	await harness.server.documents.close();
	await until(() => page.status === 'offline');
	write(page, 'one, ');
	page.close();

	// A second page that never reaches the server either.
	const second = open(id, { unsent });
	await second.keptLookedFor;
	expect(second.saved).toMatchObject({ state: 'not-sent', count: 1 });
	second.doc.getText('more').insert(0, 'two');
	second.close();
	expect(kept.size).toBe(1);

	await harness.restart();
	const third = open(id, { unsent });
	await until(() => third.doc.getText('more').toString() === 'two');
	expect(answer(third.doc)).toBe('one, ');
	await until(() => third.saved.state === 'saved');
	expect(kept.size).toBe(0);
});

test('R43 words that a lock refused outlive a reload too, and are offered back again', async () => {
	const { id } = await harness.make('table');
	const { unsent, kept } = ownDevice();
	const page = open(id, { unsent });
	await until(() => page.status === 'synced');
	harness.server.access.decide = (_person, how) => how === 'read';
	write(page, 'too late');
	await until(() => page.offeredBack !== null);
	page.close();
	expect(kept.size).toBe(1);

	const reloaded = open(id, { unsent });
	expect(answer(reloaded.doc)).toBe('');
	await until(() => reloaded.offeredBack !== null);
	expect(reloaded.offeredBack!.words).toEqual(['too late']);
	harness.server.access.decide = () => true;
	reloaded.offeredBack!.putBack();
	await until(() => reloaded.saved.state === 'saved');
	expect(await harness.server.documents.read(id, answer)).toBe('too late');
	expect(kept.size).toBe(0);
});
