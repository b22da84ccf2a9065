import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { SignalHarness } from '../../tests/support/signal-harness.ts';
import { parseIncoming } from './incoming-message.ts';

let harness: SignalHarness;
const room: SessionId = newId();
const otherRoom: SessionId = newId();
const [ana, ben, cleo, dana]: PersonId[] = [newId(), newId(), newId(), newId()] as [
	PersonId,
	PersonId,
	PersonId,
	PersonId
];

beforeEach(async () => {
	harness = await SignalHarness.start();
	harness.admit(room, ana, ben);
	harness.admit(otherRoom, cleo);
});
afterEach(() => harness.close());

const offer = (dst: string, sdp = 'v=0') => ({
	type: 'OFFER',
	dst,
	payload: { sdp: { type: 'offer', sdp }, type: 'media', connectionId: 'mc_1' }
});
const candidate = (dst: string, text: string) => ({
	type: 'CANDIDATE',
	dst,
	payload: {
		candidate: { candidate: text, sdpMid: '0', sdpMLineIndex: 0 },
		type: 'media',
		connectionId: 'mc_1'
	}
});

test('an offer reaches a person in the same room, stamped with its true sender', async () => {
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	from.send(offer(to.id));
	await to.heard('OFFER');
	expect(to.of('OFFER')[0]).toMatchObject({ src: from.id, payload: { sdp: { sdp: 'v=0' }, type: 'media' } });
});

test('a person may ask the other side to find a way anew, stamped as theirs and only within the room', async () => {
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	const outside = await harness.join(otherRoom, cleo);
	from.send({ type: 'RESTART', dst: outside.id });
	from.send({ type: 'RESTART', dst: to.id });
	await to.heard('RESTART');
	expect(to.of('RESTART')).toEqual([{ type: 'RESTART', src: from.id }]);
	expect(outside.of('RESTART')).toEqual([]);
	expect(from.of('EXPIRE')).toEqual([{ type: 'EXPIRE', src: outside.id }]);
});

test('everyone in the room learns who can be reached under which id, and nobody outside it does', async () => {
	const one = await harness.join(room, ana);
	const outside = await harness.join(otherRoom, cleo);
	const two = await harness.join(room, ben);
	await one.heard('PEERS', 2);
	expect(one.of('PEERS').at(-1)?.payload.peers).toEqual([
		{ person: ana, id: one.id },
		{ person: ben, id: two.id }
	]);
	expect((await harness.ticket(room, ana)).peers).toHaveLength(2);
	expect(outside.of('PEERS').at(-1)?.payload.peers).toEqual([{ person: cleo, id: outside.id }]);
});

test('of two browsers, a Firefox is the one that makes the offers', async () => {
	const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
	const chromium = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
	for (let time = 0; time < 20; time++) {
		const [one, other] = [
			await harness.ticket(room, ana, firefox),
			await harness.ticket(room, ben, chromium)
		];
		expect(one.id > other.id).toBe(true);
	}
});

test('S04 whoever steps aside is parted from the group, and nothing passes between the two any more', async () => {
	harness.admit(room, dana);
	const [group, member, leader] = [
		await harness.join(room, ben),
		await harness.join(room, ana),
		await harness.join(room, dana)
	];
	harness.stepAside(room, ana, dana);
	await Promise.all([group.heard('LEAVE', 2), member.heard('LEAVE')]);
	group.send(offer(member.id));
	await group.heard('EXPIRE');
	member.send(offer(leader.id));
	await leader.heard('OFFER');
	expect(group.of('LEAVE').map(({ src }) => src)).toEqual([member.id, leader.id]);
	expect(member.of('LEAVE').map(({ src }) => src)).toEqual([group.id]);
	expect(member.of('PEERS').at(-1)?.payload.peers).toEqual([
		{ person: ana, id: member.id },
		{ person: dana, id: leader.id }
	]);
	expect(member.of('OFFER')).toEqual([]);
	expect((await harness.ticket(room, ben)).peers).toEqual([{ person: ben, id: group.id }]);
});

test('R36 a frame that forges its sender ends the connection and reaches nobody', async () => {
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	from.send({ ...offer(to.id), src: to.id });
	expect(await from.closed).toBe(4400);
	await to.settled();
	expect(to.of('OFFER')).toEqual([]);
	expect(harness.audited).toMatchObject([{ person: ana, action: 'signal.refused.malformed' }]);
});

test('R36 ids are issued by the server: a chosen, a foreign and a stolen id open nothing', async () => {
	const ticket = await harness.ticket(room, ana);
	const chosen = harness.connect({ ...ticket, id: 'a'.repeat(32) }, ana);
	const stolen = harness.connect(ticket, ben);
	const elsewhere = harness.connect({ ...ticket, path: `/signal/${otherRoom}/` }, ana);
	const unknown = harness.connect({ ...ticket, path: `/signal/${newId()}/` }, ana);
	const nonsense = harness.connect({ ...ticket, path: '/signal/..%2f..%2f/' }, ana);
	const all = [chosen, stolen, elsewhere, unknown, nonsense];
	expect(await Promise.all(all.map((client) => client.closed))).toEqual([4404, 4404, 4404, 4404, 4404]);
	expect(all.flatMap((client) => client.messages)).toEqual([]);
});

test('R36 nothing passes into another room, and a foreign id looks like an unknown one', async () => {
	const from = await harness.join(room, ana);
	const outside = await harness.join(otherRoom, cleo);
	from.send(offer(outside.id));
	from.send(offer('0'.repeat(32)));
	await from.heard('EXPIRE', 2);
	expect(from.of('EXPIRE').map(({ src }) => src)).toEqual([outside.id, '0'.repeat(32)]);
	await outside.settled();
	expect(outside.of('OFFER')).toEqual([]);
});

test('R36 an observer hears and sees, and nothing that would let them be heard or seen passes on, by raw frames', async () => {
	harness.observers.add(ben);
	const member = await harness.join(room, ana);
	const described = (direction: string) =>
		['v=0', 't=0 0', 'm=audio 9 X 111', `a=${direction}`, 'm=video 9 X 96', 'a=recvonly', ''].join('\r\n');
	const answer = (sdp: string) => ({
		type: 'ANSWER',
		dst: member.id,
		payload: { sdp: { type: 'answer', sdp }, type: 'media', connectionId: 'mc_1' }
	});
	expect(await harness.ticket(room, ben)).toMatchObject({ sends: false });
	expect(await harness.ticket(room, ana)).toMatchObject({ sends: true });
	for (const frame of [
		offer(member.id, described('sendrecv')),
		answer(described('sendonly')),
		offer(member.id, described('mid:0')),
		answer(described('sendrecv'))
	]) {
		const observer = await harness.join(room, ben);
		observer.send(frame);
		expect(await observer.closed).toBe(4400);
	}
	const observer = await harness.join(room, ben);
	observer.send(offer(member.id, described('recvonly')));
	await member.heard('OFFER');
	observer.send(answer(described('inactive')));
	await member.heard('ANSWER');
	expect([...member.of('OFFER'), ...member.of('ANSWER')]).toHaveLength(2);
	expect(JSON.stringify(member.messages)).not.toMatch(/sendrecv|sendonly/);
	member.send(offer(observer.id, described('sendrecv')));
	await observer.heard('OFFER');
	expect(harness.audited.map(({ action }) => action)).toEqual(
		Array.from({ length: 4 }, () => 'signal.refused.would-send')
	);
});

test('R36 before admission there is no ticket, no id and no roster', async () => {
	await expect(harness.ticket(room, dana)).rejects.toMatchObject({ name: 'Refusal', reason: 'not-found' });
	await expect(harness.ticket(newId(), dana)).rejects.toMatchObject({ reason: 'not-found' });
	const ticket = await harness.ticket(room, ana);
	expect(await harness.connect(ticket, dana).closed).toBe(4404);
});

test('R36 a person who was removed is cut at once, the others are told to hang up, and the ticket is dead', async () => {
	const gone = await harness.join(room, ana);
	const stays = await harness.join(room, ben);
	harness.remove(room, ana);
	expect(await gone.closed).toBe(4404);
	await stays.heard('LEAVE');
	expect(stays.of('LEAVE')).toEqual([{ type: 'LEAVE', src: gone.id }]);
	expect(
		stays
			.of('PEERS')
			.at(-1)
			?.payload.peers.map(({ person }) => person)
	).toEqual([ben]);
	stays.send(offer(gone.id));
	await stays.heard('EXPIRE');
	await expect(harness.ticket(room, ana)).rejects.toMatchObject({ reason: 'not-found' });
});

test('R32 each message asks the live state: a right that is gone ends the next frame, on both sides', async () => {
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	harness.admitted.get(room)?.delete(ben);
	from.send(offer(to.id));
	await from.heard('EXPIRE');
	to.send(offer(from.id));
	expect(await to.closed).toBe(4404);
	expect(to.of('OFFER')).toEqual([]);
});

test('R06 signing out ends the signalling and tells the others to hang up', async () => {
	const gone = await harness.join(room, ana);
	const stays = await harness.join(room, ben);
	harness.endSignIn(ana, null);
	expect(await gone.closed).toBe(4401);
	await stays.heard('LEAVE');
});

test('R05 a fresh proof of who I am, which changes the sign-in’s token, leaves the call alone', async () => {
	const connected = await harness.join(room, ana);
	harness.endSignIn(ana, 'the new one');
	await connected.settled();
});

test('a newer tab takes over, and the older one cannot take back what the newer holds', async () => {
	const olderTicket = await harness.ticket(room, ana);
	const older = harness.connect(olderTicket, ana);
	await older.heard('OPEN');
	const newer = await harness.join(room, ana);
	await older.heard('ID-TAKEN');
	expect(await older.closed).toBe(4409);
	const again = harness.connect(olderTicket, ana);
	expect(await again.closed).toBe(4409);
	expect(again.of('OPEN')).toEqual([]);
	await newer.settled();
});

test('the same browser comes back under its id after its line broke, without anybody hanging up', async () => {
	const ticket = await harness.ticket(room, ana);
	const before = harness.connect(ticket, ana);
	await before.heard('OPEN');
	const other = await harness.join(room, ben);
	const after = harness.connect(ticket, ana);
	await after.heard('OPEN');
	expect(await before.closed).toBe(4409);
	expect(before.of('ID-TAKEN')).toEqual([]);
	await other.settled();
	expect(other.of('LEAVE')).toEqual([]);
});

test('a ticket outlives a restart of the server', async () => {
	const ticket = await harness.ticket(room, ana);
	const before = harness.connect(ticket, ana);
	await before.heard('OPEN');
	await harness.restart();
	expect(await before.closed).toBe(1012);
	const after = harness.connect(ticket, ana);
	await after.heard('OPEN');
});

test('R33 a flood ends its own connection alone, and nothing is queued', async () => {
	const flooder = await harness.join(room, ana);
	const other = await harness.join(room, ben);
	const before = process.memoryUsage().rss;
	for (let count = 0; count < 20_000; count++) flooder.send(candidate('0'.repeat(32), 'candidate:1'));
	expect(await flooder.closed).toBe(4429);
	await other.settled();
	expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
	expect(harness.audited).toMatchObject([{ person: ana, action: 'signal.refused.flooding' }]);
});

test('R35 an oversized frame ends its own connection alone', async () => {
	const sender = await harness.join(room, ana);
	const other = await harness.join(room, ben);
	sender.send('x'.repeat(65 * 1024));
	expect([1006, 1009]).toContain(await sender.closed);
	await other.settled();
});

test('R35 an oversized frame before the connection is welcomed ends it alone', async () => {
	const other = await harness.join(room, ben);
	const stranger = harness.connect({ id: 'x', token: 'y', path: `/signal/${room}/` }, ana);
	stranger.socket.on('open', () => stranger.send('x'.repeat(1024 * 1024)));
	await stranger.closed;
	await other.settled();
});

test('R35 a hundred thousand random messages reach nobody and end nothing but their own connections', async () => {
	await harness.close();
	let clock = Date.now();
	harness = await SignalHarness.start({ now: () => clock });
	harness.admit(room, ana, ben);
	const witness = await harness.join(room, ben);
	const random = pseudoRandom(7);
	let connections = 0;
	for (let sent = 0; sent < 100_000; connections++) {
		clock += 2_000;
		const client = await harness.join(room, ana);
		for (let burst = 0; burst < 25; burst++, sent++) {
			const frame = randomFrame(random, witness.id);
			// The first ends the connection: that the others would too is asked of each.
			if (parseIncoming(frame)) throw new Error(`understood: ${frame}`);
			client.send(frame);
		}
		expect([4400, 1006]).toContain(await client.closed);
		// Often enough by the test's clock to count as alive, however slow the machine is.
		if (sent % 200 === 0) await witness.settled();
	}
	await witness.settled();
	expect(witness.messages.filter(({ type }) => !/PEERS|HEARTBEAT|OPEN/.test(type))).toEqual([]);
	expect(harness.audited).toHaveLength(connections);
	expect(harness.audited.every(({ action }) => action === 'signal.refused.malformed')).toBe(true);
}, 240_000);

test('R38 with a TURN server no address of anybody passes', async () => {
	await harness.close();
	harness = await SignalHarness.start({ turn: { url: 'turn:turn.example.org:3478', secret: 's3cret' } });
	harness.admit(room, ana, ben);
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	from.send(candidate(to.id, 'candidate:1 1 udp 1 192.168.1.7 5000 typ host generation 0'));
	from.send(candidate(to.id, 'candidate:2 1 udp 1 203.0.113.9 5000 typ srflx raddr 192.168.1.7 rport 5000'));
	from.send(
		candidate(to.id, 'candidate:3 1 udp 1 198.51.100.1 49152 typ relay raddr 203.0.113.9 rport 5000')
	);
	from.send(
		offer(
			to.id,
			['v=0', 'c=IN IP4 203.0.113.9', 'a=candidate:1 1 udp 1 192.168.1.7 5000 typ host', 'a=mid:0', ''].join(
				'\r\n'
			)
		)
	);
	await to.heard('OFFER');
	const told = JSON.stringify(to.messages);
	expect(told).not.toContain('192.168.1.7');
	expect(told).not.toContain('203.0.113.9');
	expect(to.of('CANDIDATE')).toHaveLength(1);
	expect(told).toContain('198.51.100.1');
	expect(told).toContain('a=mid:0');
});

test('the thirteenth person is told kindly that the call is full, and may come when somebody has left', async () => {
	const session: SessionId = newId();
	const people = Array.from({ length: 13 }, (): PersonId => newId());
	harness.admit(session, ...people);
	const [first, ...others] = people.slice(0, 12) as [PersonId, ...PersonId[]];
	const client = await harness.join(session, first);
	for (const person of others) await harness.join(session, person);
	const last = people[12] as PersonId;
	await expect(harness.ticket(session, last)).rejects.toThrow(/12 people are in the call already/);
	// Whoever is in it may come again, after a reload for one.
	expect((await harness.ticket(session, first)).peers).toHaveLength(12);
	client.send({ type: 'LEAVE' });
	await client.closed;
	expect((await harness.ticket(session, last)).peers).toHaveLength(11);
});

test('R37 a TURN credential is the person’s own and ends within the hour', async () => {
	await harness.close();
	harness = await SignalHarness.start({ turn: { url: 'turn:turn.example.org:3478', secret: 's3cret' } });
	harness.admit(room, ana, ben);
	const [mine, theirs] = await Promise.all([harness.ticket(room, ana), harness.ticket(room, ben)]);
	const [server] = mine.iceServers;
	const endsIn = Number(server?.username.split(':')[0]) - Date.now() / 1000;
	expect(endsIn).toBeGreaterThan(3_000);
	expect(endsIn).toBeLessThanOrEqual(3_600);
	expect(server?.username).not.toContain(ana);
	expect(server?.username).not.toBe(theirs.iceServers[0]?.username);
	expect(mine.relayOnly).toBe(true);
});

function pseudoRandom(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
}

function randomFrame(random: () => number, target: string): string {
	const pick = <T>(...choices: T[]): T => choices[Math.floor(random() * choices.length)] as T;
	const junk: unknown = pick<unknown>(
		null,
		1e308,
		[],
		{},
		'x'.repeat(200),
		{ __proto__: null, constructor: 1 },
		[[[[]]]]
	);
	const shape = pick(0, 1, 2, 3, 4);
	if (shape === 0) return String.fromCharCode(...Array.from({ length: 40 }, () => random() * 65_535));
	if (shape === 1) return JSON.stringify(junk);
	const type = pick('OFFER', 'ANSWER', 'CANDIDATE', 'OPEN', 'PEERS', 'ID-TAKEN', 'EXPIRE', junk);
	const payload = pick<unknown>(junk, { sdp: junk, type: 'media', connectionId: 'mc' }, { candidate: junk });
	if (shape === 2) return JSON.stringify({ type, dst: target, payload });
	if (shape === 3) return JSON.stringify({ type, dst: junk, payload, src: junk });
	return `{"__proto__":{"type":"OFFER"},"type":${JSON.stringify(type)},"dst":"${target}","payload":${JSON.stringify(payload)}}`;
}

test('P70 P74 a note, a key and a move go to the person meant, stamped, and to nobody outside the room', async () => {
	const from = await harness.join(room, ana);
	const to = await harness.join(room, ben);
	const outside = await harness.join(otherRoom, cleo);
	const key = { public: Buffer.alloc(65).toString('base64') };
	const messages = [
		{ type: 'NOTE', payload: { note: '{}' } },
		{ type: 'KEY', payload: key },
		{ type: 'MOVED' }
	];
	for (const message of messages) {
		from.send({ ...message, dst: to.id });
		from.send({ ...message, dst: outside.id });
	}
	await to.heard('MOVED');
	await from.heard('EXPIRE', 3);
	expect(to.of('NOTE')).toEqual([{ type: 'NOTE', src: from.id, payload: { note: '{}' } }]);
	expect(to.of('KEY')).toEqual([{ type: 'KEY', src: from.id, payload: key }]);
	await outside.settled();
	expect([...outside.of('NOTE'), ...outside.of('KEY'), ...outside.of('MOVED')]).toEqual([]);
});

test('P72 without an SFU nothing is to be had of one, and a key or a description that is none ends its connection', async () => {
	const quiet = await harness.join(room, ana);
	quiet.send({ type: 'CAN', payload: { sfu: true } });
	quiet.send({ type: 'SFU', payload: { act: 'send', sdp: 'v=0' } });
	await quiet.settled();
	expect(quiet.of('SFU')).toEqual([]);
	expect(quiet.of('PEERS').at(-1)?.payload).toMatchObject({ carrier: 'mesh', epoch: 1 });
	const dst = 'f'.repeat(32);
	for (const message of [
		{ type: 'KEY', dst, payload: { public: 'short' } },
		{ type: 'KEY', dst, payload: { public: Buffer.alloc(65).toString('base64'), private: 'mine' } },
		{ type: 'SFU', payload: { act: 'create', room: 'mine' } },
		{ type: 'SFU', payload: { act: 'pictures', of: ['*'] } },
		{ type: 'NOTE', dst, src: dst, payload: { note: '' } },
		{ type: 'CAN', payload: { sfu: 'perhaps' } }
	]) {
		const client = await harness.join(room, ben);
		client.send(message);
		expect(await client.closed).toBe(4400);
	}
});

test('S16 who looks on sends nothing into an SFU either', async () => {
	harness.observers.add(ben);
	const observer = await harness.join(room, ben);
	observer.send({ type: 'SFU', payload: { act: 'enter' } });
	await observer.settled();
	observer.send({ type: 'SFU', payload: { act: 'send', sdp: 'v=0\r\nm=audio 9 RTP 0\r\na=recvonly' } });
	expect(await observer.closed).toBe(4400);
});
