import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

/** Holds back what would be written from now on; `release` lets it go to the disk. */
function holdTheDisk() {
	const { writer } = harness.ground.store;
	const commit = writer.commit.bind(writer);
	const held = Promise.withResolvers<void>();
	writer.commit = (...unit) => held.promise.then(() => commit(...unit));
	return {
		release() {
			writer.commit = commit;
			held.resolve();
		}
	};
}

test('P10 nothing is seen before it is durable: not by peers, not by newcomers, not by its writer', async () => {
	const { id } = await harness.make('board');
	const [writer, peer] = [await harness.join(ana, id), await harness.join(ben, id)];
	const disk = holdTheDisk();
	writer.edit((doc) => doc.getArray('strokes').push(['a line']));
	const newcomer = harness.join(newId(), id);
	await pause(200);
	expect(peer.doc.getArray('strokes').length).toBe(0);
	expect(writer.acknowledged).toBe(1);

	disk.release();
	await writer.until(() => writer.acknowledged === 2);
	await peer.until(() => peer.doc.getArray('strokes').length === 1);
	expect((await newcomer).doc.getArray('strokes').length).toBe(1);
	expect(await ground().selectFrom('document_update').selectAll().execute()).toHaveLength(1);
});

test('P10 the server’s own change is not seen before it is durable either', async () => {
	const { id } = await harness.make('room');
	const reader = await harness.join(ben, id);
	const disk = holdTheDisk();
	const change = (doc: { getMap(name: string): { set(key: string, value: unknown): void } }) =>
		doc.getMap('stage').set('the', 1);
	const changed = harness.server.documents.change([{ id, change }]);
	const newcomer = harness.raw(ana, id);
	await pause(200);
	expect(reader.doc.getMap('stage').size).toBe(0);
	expect(newcomer.doc.getMap('stage').size).toBe(0);
	disk.release();
	await changed;
	await reader.until(() => reader.doc.getMap('stage').size === 1);
});

test('P14 what many write in the same moment goes out as one frame', async () => {
	const { id } = await harness.make('table');
	const writers = await Promise.all(Array.from({ length: 5 }, () => harness.join(newId(), id)));
	const reader = await harness.join(ben, id);
	const before = reader.frames.length;
	const disk = holdTheDisk();
	writers[0]!.edit((doc) => doc.getMap('first').set('a', 1));
	await pause(50);
	for (const writer of writers) writer.edit((doc) => doc.getArray('rows').push([1]));
	await pause(50);
	disk.release();
	await reader.until(() => reader.doc.getArray('rows').length === 5);
	expect(reader.frames.length - before).toBe(2);
});

test('one audience a document: every socket gets every update, and none of another document', async () => {
	const [board, other] = [await harness.make('board'), await harness.make('board')];
	const audience = await Promise.all(
		[ana, ben, newId<'person'>()].map((person) => harness.join(person, board.id))
	);
	const outsider = await harness.join(newId(), other.id);
	audience[0]!.edit((doc) => doc.getArray('strokes').push(['canary']));
	for (const client of audience) await client.until(() => client.doc.getArray('strokes').length === 1);
	await pause(50);
	expect(outsider.frames.some((frame) => Buffer.from(frame).includes('canary'))).toBe(false);
});

const ground = () => harness.ground.store.db;
