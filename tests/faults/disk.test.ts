import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import { DiskTrouble } from '../../server/store/writer.ts';
import { RawClient } from '../support/raw-client.ts';
import { spawnSync } from '../support/spawn-sync.ts';
import { SyncHarness } from '../support/sync-harness.ts';

const ana = newId<'person'>();
const ben = newId<'person'>();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const rows = (doc: Y.Doc) => doc.getArray<unknown>('rows');

let harness: SyncHarness;
beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

/** From now on the disk takes nothing; `mend` lets it work again. */
function breakTheDisk() {
	const { writer } = harness.ground.store;
	const commit = writer.commit.bind(writer);
	writer.commit = () => Promise.reject(new DiskTrouble('full'));
	return { mend: () => void (writer.commit = commit) };
}

test('R61 P15 with a full disk the room stays up, nothing is acknowledged or shown, and all of it comes through later', async () => {
	const { id } = await harness.make('table');
	const [writer, peer] = [await harness.join(ana, id), await harness.join(ben, id)];
	writer.edit((doc) => rows(doc).push(['before']));
	await writer.until(() => writer.acknowledged === 2);
	const disk = breakTheDisk();
	writer.edit((doc) => rows(doc).push(['during']));
	await pause(300);
	const newcomer = await harness.join(newId(), id);
	expect(rows(newcomer.doc).toJSON()).toEqual(['before']);
	expect(rows(peer.doc).toJSON()).toEqual(['before']);
	expect(writer.acknowledged).toBe(2);
	peer.edit((doc) => rows(doc).push(['from another']));
	peer.tellPresence({ still: 'here' });
	await writer.until(() => writer.presence.has(peer.doc.clientID));

	disk.mend();
	await writer.until(() => writer.acknowledged === 3);
	await peer.until(() => peer.acknowledged === 2);
	for (const client of [writer, peer, newcomer]) await client.until(() => rows(client.doc).length === 3);
	expect(await harness.server.documents.read(id, (doc) => rows(doc).length)).toBe(3);
});

test('R61 while the disk takes nothing, the server’s own change is refused and undone, and reading goes on', async () => {
	const { id } = await harness.make('room');
	const { documents } = harness.server;
	const set = (value: number) => [{ id, change: (doc: Y.Doc) => void doc.getMap('stage').set('the', value) }];
	await documents.change(set(1));
	const disk = breakTheDisk();
	await expect(documents.change(set(2))).rejects.toThrow(DiskTrouble);
	expect(await documents.read(id, (doc) => doc.getMap('stage').get('the'))).toBe(1);
	disk.mend();
	await documents.change(set(3));
	expect(await documents.read(id, (doc) => doc.getMap('stage').get('the'))).toBe(3);
});

test('R61 what was undone leaves no gap: clients go on writing in the same document', async () => {
	const { id } = await harness.make('table');
	const writer = await harness.join(ana, id);
	const change = (doc: Y.Doc) => {
		rows(doc).push(['half']);
		throw new Error('changed its mind');
	};
	const changing = harness.server.documents.change([{ id, change }]);
	writer.edit((doc) => rows(doc).push(['mine']));
	await expect(changing).rejects.toThrow('changed its mind');
	writer.edit((doc) => rows(doc).push(['mine too']));
	await writer.until(() => writer.acknowledged === 3);
	await harness.restart();
	const words = await harness.server.documents.read(id, (doc) => rows(doc).toJSON());
	expect(words).toEqual(['mine', 'mine too']);
});

/** A limit that the operating system itself puts on the size of files: the real thing, without filling a disk. */
function limitFiles(pid: number, limit: string): boolean {
	try {
		execFileSync('prlimit', [`--pid=${pid}`, `--fsize=${limit}`]);
		return true;
	} catch (error) {
		// Without the tool, or without the right, there is nothing to show on this machine.
		if (error instanceof Error) return false;
		throw error;
	}
}

test('R61 when the operating system refuses to let files grow, and later allows it, nothing is lost and nobody restarts anything', async ({
	skip
}) => {
	const directory = await mkdtemp(join(tmpdir(), 'hearth-full-'));
	const server = await spawnSync(directory);
	const [document] = server.documents as [DocumentId];
	const client = await RawClient.join({ port: server.port, document, person: ana });
	const letter = 'x'.repeat(2_000);
	client.edit((doc) => rows(doc).push([letter]));
	await client.until(() => client.acknowledged === 2);
	const isLimited = limitFiles(server.process.pid!, '4096:unlimited');
	if (isLimited) {
		for (let n = 0; n < 20; n++) client.edit((doc) => rows(doc).push([letter]));
		await pause(500);
		expect(client.acknowledged).toBe(2);
		expect(client.socket.readyState).toBe(client.socket.OPEN);
		const newcomer = await RawClient.join({ port: server.port, document, person: ben });
		expect(rows(newcomer.doc).length).toBe(1);
		limitFiles(server.process.pid!, 'unlimited');
		await client.until(() => client.acknowledged === 22);
		await newcomer.until(() => rows(newcomer.doc).length === 21);
	}
	await server.end('SIGKILL');
	await rm(directory, { recursive: true });
	if (!isLimited) skip('prlimit cannot be used here');
});
