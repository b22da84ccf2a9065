import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { MESSAGE, presenceMessage } from '../../src/lib/protocol/messages.ts';
import type { PresenceEvent } from '../../server/sync/connections.ts';
import { SyncHarness } from '../support/sync-harness.ts';

let harness: SyncHarness;
const ana = newId<'person'>();
const ben = newId<'person'>();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeEach(async () => {
	harness = await SyncHarness.start();
});
afterEach(() => harness.close());

async function two() {
	const { id } = await harness.make('board');
	const [one, other] = [await harness.join(ana, id), await harness.join(ben, id)];
	one.tellPresence({ cursor: [1, 1] });
	await other.until(() => other.presence.has(one.doc.clientID));
	return { id, one, other };
}

test('R58 P32 nobody can be shown as someone else: the server writes the person', async () => {
	const { one, other } = await two();
	one.tellPresence({ person: ben, name: 'Ben' }, 2);
	const seen = () => other.presence.get(one.doc.clientID)!;
	await other.until(() => seen().clock === 2);
	expect(seen().state).toEqual({ person: ana, name: 'Ben' });
	// Written twice in the JSON, the server's is the one that counts.
	one.send(
		presenceMessage([{ client: one.doc.clientID, clock: 3, json: `{"p\\u0065rson":"${ben}","person":"x"}` }])
	);
	await other.until(() => seen().clock === 3);
	expect(seen().state).toEqual({ person: ana });
});

test('R58 P30 P31 nobody can hide or move another', async () => {
	const { one, other } = await two();
	other.tellPresence({ cursor: [9, 9] });
	other.tellPresence(null, 50, one.doc.clientID);
	other.tellPresence({ cursor: [0, 0] }, 60, one.doc.clientID);
	await one.until(() => one.presence.has(other.doc.clientID));
	one.tellPresence({ cursor: [2, 2] }, 2);
	await other.until(() => other.presence.get(one.doc.clientID)?.clock === 2);
	expect(other.presence.get(one.doc.clientID)?.state).toEqual({ cursor: [2, 2], person: ana });
});

test('R58 P30 a newcomer cannot begin by speaking for someone who is here, or has just left', async () => {
	const { id, one, other } = await two();
	const thief = await harness.join(newId(), id);
	thief.tellPresence({ cursor: [0, 0] }, 99, one.doc.clientID);
	one.end();
	await other.until(() => other.presence.get(one.doc.clientID)?.state === null);
	thief.tellPresence({ cursor: [0, 0] }, 100, one.doc.clientID);
	await pause(120);
	expect(other.presence.get(one.doc.clientID)?.state).toBeNull();
});

test('R58 P33 presence beyond 4 KB, or that is no object, is dropped and the socket stays', async () => {
	const { one, other } = await two();
	one.tellPresence({ ink: 'x'.repeat(5_000) }, 2);
	one.send(presenceMessage([{ client: one.doc.clientID, clock: 3, json: '[1,2]' }]));
	one.send(presenceMessage([{ client: one.doc.clientID, clock: 4, json: '{"broken' }]));
	one.tellPresence({ ink: 'x'.repeat(3_000) }, 5);
	await other.until(() => other.presence.get(one.doc.clientID)?.clock === 5);
	const clocks = other.of(MESSAGE.PRESENCE).length;
	expect(clocks).toBeLessThanOrEqual(3);
});

test('P34 a hundred moves in a second go out as at most twenty messages, the last one among them', async () => {
	const { one, other } = await two();
	const before = other.of(MESSAGE.PRESENCE).length;
	const began = performance.now();
	for (let n = 2; n <= 60; n++) {
		one.tellPresence({ cursor: [n, n] }, n);
		await pause(8);
	}
	await other.until(() => other.presence.get(one.doc.clientID)?.clock === 60);
	// Twenty a second of the time that it really took, however busy the machine is.
	const most = ((performance.now() - began) / 1000) * 20 + 3;
	expect(other.of(MESSAGE.PRESENCE).length - before).toBeLessThanOrEqual(most);
	expect(other.presence.get(one.doc.clientID)?.state).toMatchObject({ cursor: [60, 60] });
});

test('P35 who comes back with the clock they left with is seen again', async () => {
	const { id, one, other } = await two();
	one.end();
	await other.until(() => other.presence.get(one.doc.clientID)?.state === null);
	const left = other.presence.get(one.doc.clientID)!.clock;
	const again = await harness.join(ana, id);
	again.tellPresence({ cursor: [1, 1] }, 1, one.doc.clientID);
	await other.until(() => other.presence.get(one.doc.clientID)?.state !== null);
	expect(other.presence.get(one.doc.clientID)!.clock).toBeGreaterThan(left);
});

test('a newcomer is told at once who is here', async () => {
	const { id, one } = await two();
	const late = await harness.join(newId(), id);
	await late.until(() => late.presence.has(one.doc.clientID));
	expect(late.presence.get(one.doc.clientID)?.state).toEqual({ cursor: [1, 1], person: ana });
});

test('R58 the roster is the sockets: here with the first, gone with the last', async () => {
	const { id } = await harness.make('room');
	const events: Pick<PresenceEvent, 'person' | 'here'>[] = [];
	harness.server.documents.onPresence(({ person, here }) => events.push({ person, here }));
	const [first, second] = [await harness.join(ana, id), await harness.join(ana, id)];
	first.end();
	await first.closed;
	second.end();
	await second.closed;
	while (events.length < 2) await pause(10);
	expect(events).toEqual([
		{ person: ana, here: true },
		{ person: ana, here: false }
	]);
});
