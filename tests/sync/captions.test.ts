import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { captionMessage, MESSAGE, readCaption } from '../../src/lib/protocol/messages.ts';
import type { RawClient } from '../support/raw-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

const [ana, ben, cleo] = [newId(), newId(), newId()] as [PersonId, PersonId, PersonId];

let harness: SyncHarness;
let room: Awaited<ReturnType<SyncHarness['make']>>;
beforeEach(async () => {
	harness = await SyncHarness.start();
	room = await harness.make('room');
	harness.server.access.typists.add(ana);
});
afterEach(() => harness.close());

const caption = (text: string, line = 1, isDone = false) => captionMessage({ line, text, isDone });

function heard(client: RawClient) {
	return client.frames
		.filter((frame) => frame[0] === MESSAGE.CAPTION)
		.map((frame) => readCaption(decoding.createDecoder(frame.subarray(1))));
}

/** Everything that a client sent so far was dealt with. */
async function settled(client: RawClient): Promise<void> {
	const answers = client.frames.length;
	client.send(new Uint8Array([MESSAGE.QUERY_PRESENCE]));
	await client.until(() => client.frames.length > answers);
}

test('P60 a line of the agreed typist reaches the others as theirs, whoever it says it is from', async () => {
	const [typist, reader] = [await harness.join(ana, room.id), await harness.join(ben, room.id)];
	typist.send(captionMessage({ person: ben, line: 7, text: 'The bus was late.', isDone: true }));
	await reader.until(() => heard(reader).length > 0);
	expect(heard(reader)).toEqual([{ person: ana, line: 7, text: 'The bus was late.', isDone: true }]);
	expect(heard(typist)).toEqual([]);
});

test('P60 what anybody else sends reaches nobody, and what one who was agreed on sends afterwards neither', async () => {
	const [typist, reader, other] = [
		await harness.join(ana, room.id),
		await harness.join(ben, room.id),
		await harness.join(cleo, room.id)
	];
	reader.send(caption('I type, too'));
	await settled(reader);
	harness.server.access.typists.delete(ana);
	typist.send(caption('Not any more'));
	await settled(typist);
	await settled(other);
	expect([typist, reader, other].flatMap(heard)).toEqual([]);
});

test('P60 captions stay in their place: who is elsewhere, or did not ask for them, gets none', async () => {
	const typist = await harness.join(ana, room.id);
	const [reader, elsewhere] = [await harness.join(ben, room.id), await harness.join(cleo, room.id)];
	const stock = await harness.join(ben, room.id, false);
	harness.server.access.apart.add(cleo);
	typist.send(caption('Only here'));
	await reader.until(() => heard(reader).length > 0);
	await Promise.all([settled(elsewhere), settled(stock)]);
	expect([...heard(elsewhere), ...heard(stock)]).toEqual([]);
	harness.server.access.apart.delete(cleo);
	harness.server.access.apart.add(ana);
	typist.send(caption('In the side room'));
	await settled(typist);
	await settled(reader);
	expect(heard(reader)).toHaveLength(1);
});

test('P61 a flood is dropped, a line that is too long or nonsense ends its own connection', async () => {
	const [typist, reader] = [await harness.join(ana, room.id), await harness.join(ben, room.id)];
	for (let count = 0; count < 60; count++) typist.send(caption(`Line ${count}`, count));
	await settled(typist);
	await settled(reader);
	expect(heard(reader).length).toBeGreaterThanOrEqual(16);
	expect(heard(reader).length).toBeLessThan(40);
	typist.send(caption('x'.repeat(301)));
	expect(await typist.closed).toBe(CLOSE.TOO_LARGE);

	const again = await harness.join(ana, room.id);
	again.send(new Uint8Array([MESSAGE.CAPTION, 200]));
	expect(await again.closed).toBe(CLOSE.MALFORMED);
	const onBoard = await harness.join(ana, (await harness.make('board')).id);
	onBoard.send(caption('On the board'));
	expect(await onBoard.closed).toBe(CLOSE.MALFORMED);
	await settled(reader);
});

test('P62 nothing of a caption is kept: not in the document, not in a row, and who comes later finds none', async () => {
	const [typist, reader] = [await harness.join(ana, room.id), await harness.join(ben, room.id)];
	const rows = () => harness.ground.store.db.selectFrom('document_update').selectAll().execute();
	const before = await rows();
	typist.send(caption('Words that pass', 1, true));
	await reader.until(() => heard(reader).length > 0);
	const late = await harness.join(cleo, room.id);
	await settled(late);
	expect(heard(late)).toEqual([]);
	expect(await harness.server.documents.read(room.id, (doc) => JSON.stringify(doc.toJSON()))).not.toContain(
		'Words that pass'
	);
	expect(await rows()).toEqual(before);
});
