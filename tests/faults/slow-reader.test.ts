import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

test('R33 P44 a socket that does not read is closed, and holds up nobody else', async () => {
	const { id } = await harness.make('room');
	const stalled = await harness.join(newId(), id);
	const reader = await harness.join(newId(), id);
	stalled.socket.pause();
	const page = 'x'.repeat(200_000);
	for (let n = 0; n < 120; n++) {
		await harness.server.documents.change([
			{ id, change: (doc) => doc.getMap('stage').set('the', `${n}${page}`) }
		]);
	}
	await reader.until(() => String(reader.doc.getMap('stage').get('the')).startsWith('119x'));
	stalled.socket.resume();
	expect([CLOSE.TOO_SLOW, 1006]).toContain(await stalled.closed);
	// Back again, it is brought up to date.
	const again = await harness.join(newId(), id);
	expect(String(again.doc.getMap('stage').get('the')).startsWith('119x')).toBe(true);
});
