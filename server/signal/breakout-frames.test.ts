import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { type Client, SignalHarness } from '../../tests/support/signal-harness.ts';

/** Breakouts under attack by raw signalling frames, with the rooms' own answer to who may reach whom. */

let meeting: Meeting;
let harness: SignalHarness;
let dana: PersonId, ana: PersonId, ben: PersonId, chris: PersonId, elif: PersonId;
let atDana: Client, atAna: Client, atBen: Client, atChris: Client, atElif: Client;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben, chris, elif] = (await meeting.letIn('Ana', 'Ben', 'Chris', 'Elif')) as [
		...[PersonId, PersonId, PersonId, PersonId]
	];
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[2]!.id });
	harness = await SignalHarness.start({ access: meeting.app.rooms });
	[atDana, atAna, atBen, atChris, atElif] = (await Promise.all(
		[dana, ana, ben, chris, elif].map((person) => harness.join(meeting.session, person))
	)) as [Client, Client, Client, Client, Client];
});
afterEach(async () => {
	await harness.close();
	await meeting.end();
});

/** One of every kind of message that goes from one browser to another. */
const everyKind = (dst: string) => {
	const media = { type: 'media', connectionId: 'mc_1' };
	return [
		{ type: 'OFFER', dst, payload: { ...media, sdp: { type: 'offer', sdp: 'v=0' } } },
		{ type: 'ANSWER', dst, payload: { ...media, sdp: { type: 'answer', sdp: 'v=0' } } },
		{ type: 'CANDIDATE', dst, payload: { ...media, candidate: { candidate: '', sdpMid: '0' } } },
		{ type: 'RESTART', dst },
		{ type: 'NOTE', dst, payload: { note: '{}' } },
		{ type: 'KEY', dst, payload: { public: Buffer.alloc(65).toString('base64') } },
		{ type: 'MOVED', dst },
		{ type: 'LEAVE', dst }
	];
};

/** Sends one of every kind, and resolves with what of it arrived. */
async function attack(from: Client, to: Client): Promise<string[]> {
	// What the server itself told them before is not of the attack.
	await to.settled();
	const before = to.messages.length;
	for (const message of everyKind(to.id)) from.send(message);
	// The server deals with each socket's frames in turn: theirs first, and then what was passed on.
	await from.settled();
	await to.settled();
	const arrived = to.messages.slice(before).filter((one) => 'src' in one && one.src === from.id);
	return arrived.map(({ type }) => type);
}

const ALL = everyKind('').map(({ type }) => type);
const open = () =>
	meeting.say(dana, 'open-breakouts', {
		rooms: [
			[ana, ben],
			[chris, elif]
		],
		...{ minutes: 10, task: { kind: 'talk' as const } }
	});
const toldOf = (client: Client) =>
	client
		.of('PEERS')
		.at(-1)!
		.payload.peers.map(({ person }) => person)
		.sort();

test('R36 in breakouts nothing passes to another room, whichever frame it is, and everything within one’s own', async () => {
	expect(await attack(atAna, atChris)).toEqual(ALL);
	await open();
	for (const [from, to] of [
		[atAna, atChris],
		[atChris, atAna],
		[atBen, atElif],
		[atAna, atDana],
		[atDana, atChris]
	] as const) {
		expect(await attack(from, to)).toEqual([]);
	}
	// Each of those frames came back, as it would from an id that never was.
	expect(atAna.of('EXPIRE').map(({ src }) => src)).toEqual([
		...ALL.map(() => atChris.id),
		...ALL.map(() => atDana.id)
	]);
	expect(await attack(atAna, atBen)).toEqual(ALL);
	expect(await attack(atElif, atChris)).toEqual(ALL);
	expect([toldOf(atAna), toldOf(atChris), toldOf(atDana)]).toEqual([
		[ana, ben].sort(),
		[chris, elif].sort(),
		[dana]
	]);
});

test('R36 the facilitator’s frames pass where they look in, who is taken out of a room reaches it no more, and once all are back everything passes', async () => {
	await open();
	const breakout = await meeting.read('room', (doc) =>
		[...roomDocument(doc).breakouts.values()].find(({ people }) => people.includes(chris))
	);
	await meeting.say(dana, 'visit-breakout', { breakout: breakout!.id });
	expect(await attack(atDana, atChris)).toEqual(ALL);
	expect(await attack(atAna, atDana)).toEqual([]);
	await meeting.say(dana, 'move-to-breakout', { person: ben, breakout: null });
	expect(await attack(atBen, atAna)).toEqual([]);
	await meeting.say(dana, 'close-breakouts', { when: 'now' });
	expect(await attack(atAna, atChris)).toEqual(ALL);
	expect(await attack(atDana, atElif)).toEqual(ALL);
});

test('R36 a ticket asked for in a breakout names its people alone, and a new line to the call opens no other', async () => {
	await open();
	const again = await harness.join(meeting.session, ana);
	expect(toldOf(again)).toEqual([ana, ben].sort());
	expect((await harness.ticket(meeting.session, ben)).peers.map(({ person }) => person).sort()).toEqual(
		[ana, ben].sort()
	);
	expect(await attack(again, atElif)).toEqual([]);
	expect(await attack(again, atBen)).toEqual(ALL);
});
