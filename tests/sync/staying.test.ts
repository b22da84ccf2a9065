import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { KEEP_ALIVE_MESSAGE } from '../../src/lib/protocol/messages.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
/** The server goes round its sockets every five seconds. */
const A_ROUND_MS = 5_500;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

test('P40 an idle socket is told something at least every 20 s, as y-protocol has it', async () => {
	const { id } = await harness.make('table');
	const client = await harness.join(ana, id);
	const before = client.frames.length;
	await pause(A_ROUND_MS);
	expect(client.frames.length).toBe(before);
	// 20 s less two rounds: the next round is never later than the 20th second.
	harness.passTime(10_000 - A_ROUND_MS);
	await client.until(() => client.frames.length > before, A_ROUND_MS);
	expect(client.frames.at(-1)).toEqual(KEEP_ALIVE_MESSAGE);
});

test('R34 P41 a socket is pinged, and one that has not been heard for a minute is cut', async () => {
	const { id } = await harness.make('table');
	const [living, dead] = [await harness.join(ana, id), await harness.join(newId(), id)];
	let pings = 0;
	living.socket.on('ping', () => pings++);
	dead.socket.pause();
	harness.passTime(26_000);
	await living.until(() => pings > 0, A_ROUND_MS);
	harness.passTime(36_000);
	living.tellPresence({ here: true });
	await pause(A_ROUND_MS);
	dead.socket.resume();
	expect(await dead.closed).toBe(1006);
	expect(living.socket.readyState).toBe(living.socket.OPEN);
});
