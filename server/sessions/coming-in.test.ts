import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { deskDocument, doorDocument, roomDocument, THE, type Waiting } from '../../src/lib/domain/room.ts';
import type { CommandInputs, CommandName } from '../../src/lib/protocol/commands.ts';
import { comeToTheDoor, makeMember } from '../demo/people.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import type * as Y from 'yjs';

/** S16: who would look on, and who comes for the first time to a group that has met, is let in once everyone was asked. */

let meeting: Meeting;
let dana: PersonId, ana: PersonId, ben: PersonId;
/** The second session of the group, in which Dana, Ana and Ben are. */
let session: SessionId;

beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', 'round'] });
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	await meeting.say(dana, 'end-session', {});
	const { app } = meeting;
	const first = (await app.schedule.get(meeting.session))!;
	const { plan, title, zone, minutes, group } = first;
	const wish = { group, title, zone, minutes, plan, startsAt: app.now() };
	session = (await app.schedule.plan(meeting.dana.asker, wish)).id;
	await come(dana, 'Dana', 'facilitator');
});
afterEach(() => meeting.end());

const come = (id: PersonId, name: string, place: 'member' | 'facilitator' = 'member') =>
	comeToTheDoor(meeting.app, session, { id, name, place });

const say = <Name extends CommandName>(by: PersonId, name: Name, body: CommandInputs[Name]) =>
	meeting.app.rooms.command(session, { name, body, by, key: newId() });

const refusal = (attempt: Promise<unknown>) =>
	attempt.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);

/** A person in the group, who has come to the door of the second session. */
async function newcomer(name: string): Promise<PersonId> {
	const { group } = (await meeting.app.schedule.get(session))!;
	const one = await makeMember(meeting.app, group, name);
	await comeToTheDoor(meeting.app, session, one);
	return one.id;
}

async function observer(name: string): Promise<PersonId> {
	const { app } = meeting;
	const { group } = (await app.schedule.get(session))!;
	const who = app.accounts.people.prepare({ name, staff: false });
	await app.store.writer.commit([who.statement]);
	await app.groups.join(group, who.id, 'observer', name);
	await come(who.id, name);
	return who.id;
}

async function bothIn(): Promise<void> {
	await come(ana, 'Ana');
	await come(ben, 'Ben');
	await say(dana, 'admit-all', {});
}

async function read<T>(
	kind: 'room' | 'desk' | 'door',
	look: (doc: Y.Doc) => T,
	owner?: PersonId
): Promise<T> {
	const heads = await meeting.app.documents.ofSession(session);
	const head = heads.find((one) => one.kind === kind && (owner === undefined || one.owner === owner))!;
	return meeting.app.documents.read(head.id, look);
}
const waitingNow = () => read('desk', (doc) => [...deskDocument(doc).waiting.values()]);
const isIn = (person: PersonId) => read('room', (doc) => roomDocument(doc).seats.has(person));
/** Who has answered, and what came of it. */
async function tally(): Promise<[string[], boolean | null]> {
	const { answered, agreed } = (await read('desk', (doc) => deskDocument(doc).consents.get(THE)))!;
	const names = { [ana]: 'Ana', [ben]: 'Ben' };
	return [answered.map((one) => names[one] ?? one).toSorted(), agreed];
}
const doorOf = (person: PersonId) => read('door', (doc) => doorDocument(doc).door.get(THE)!, person);

test('S16 in a group’s first session everyone is new, and nobody is asked about anybody', async () => {
	const first = await startMeeting({ steps: ['arrive'] });
	try {
		const people = await first.letIn('Ana', 'Ben');
		expect(await first.read('room', (doc) => [...roomDocument(doc).seats.keys()])).toEqual([
			first.dana.id,
			...people
		]);
	} finally {
		await first.end();
	}
});

test('S16 who was in an earlier session is let in at once; a newcomer waits until all who are in have agreed', async () => {
	await come(ana, 'Ana');
	await come(ben, 'Ben');
	const cleo = await newcomer('Cleo');
	await say(dana, 'admit-all', {});
	expect([await isIn(ana), await isIn(ben), await isIn(cleo)]).toEqual([true, true, false]);
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	expect(await doorOf(cleo)).toMatchObject({ askedFirst: 'newcomer' });

	await say(dana, 'ask-about', { person: cleo });
	expect(await read('room', (doc) => roomDocument(doc).askedAbout.get(THE))).toMatchObject({
		...{ name: 'Cleo', as: 'newcomer' }
	});
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	await say(ben, 'answer-about', { person: cleo, agrees: true });
	expect(await tally()).toEqual([['Ana', 'Ben'], true]);
	await say(dana, 'admit', { person: cleo });
	expect([await isIn(cleo), await read('room', (doc) => roomDocument(doc).askedAbout.size)]).toEqual([
		true,
		0
	]);
});

test('S16 one who would rather not is enough, until everyone was asked again', async () => {
	await bothIn();
	const cleo = await newcomer('Cleo');
	await say(dana, 'ask-about', { person: cleo });
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	await say(ben, 'answer-about', { person: cleo, agrees: false });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	meeting.passTime(1_000);
	await say(dana, 'ask-about', { person: cleo });
	await say(ben, 'answer-about', { person: cleo, agrees: true });
	// What Ana said to the question before is no answer to this one.
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('done');
});

test('S16 what somebody answered is in no document but their own, and nothing comes of it before all have answered', async () => {
	await bothIn();
	const cleo = await newcomer('Cleo');
	await say(dana, 'ask-about', { person: cleo });
	await say(ben, 'answer-about', { person: cleo, agrees: false });
	expect(await tally()).toEqual([['Ben'], null]);
	for (const kind of ['room', 'desk'] as const) {
		expect(await read(kind, (doc) => JSON.stringify(doc.toJSON()))).not.toContain('agrees');
	}
	for (const owner of [ana, cleo]) {
		expect(await read('door', (doc) => doorDocument(doc).consent.size, owner)).toBe(0);
	}
	expect(await read('door', (doc) => doorDocument(doc).consent.get(THE)?.agrees, ben)).toBe(false);
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	expect(await tally()).toEqual([['Ana', 'Ben'], false]);
	// Facilitators ask; it is not for them to answer.
	expect(await refusal(say(dana, 'answer-about', { person: cleo, agrees: true }))).toBe('not-allowed');
});

test('S16 who comes in while the question stands is asked as well, and the answers outlive a restart', async () => {
	await come(ana, 'Ana');
	await say(dana, 'admit-all', {});
	const cleo = await newcomer('Cleo');
	await say(dana, 'ask-about', { person: cleo });
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	await come(ben, 'Ben');
	await say(dana, 'admit', { person: ben });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	await meeting.restart();
	await meeting.app.rooms.prepare(session);
	await say(ben, 'answer-about', { person: cleo, agrees: true });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('done');
});

test('S16 with no member in there is nobody to ask, and whoever comes later is told at the door, without a name', async () => {
	const cleo = await newcomer('Cleo');
	await come(ana, 'Ana');
	expect((await doorOf(ana)).inside).toEqual([]);
	await say(dana, 'admit', { person: cleo });
	expect((await doorOf(ana)).inside).toEqual(['newcomer']);
	await come(ben, 'Ben');
	expect(await doorOf(ben)).toMatchObject({ inside: ['newcomer'], askedFirst: null });
	expect(await read('door', (doc) => JSON.stringify(doc.toJSON()), ben)).not.toContain('Cleo');
	await say(cleo, 'leave', {});
	expect((await doorOf(ben)).inside).toEqual([]);
	// Whoever was in and comes back is no newcomer any more.
	await say(dana, 'admit', { person: ana });
	await come(cleo, 'Cleo');
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('done');
});

test('S16 several who are new are asked about one after the other: no answer is lost, and each comes in once', async () => {
	await bothIn();
	const [cleo, dora] = [await newcomer('Cleo'), await newcomer('Dora')];
	expect((await waitingNow()).map(({ name }) => name)).toEqual(['Cleo', 'Dora']);
	await say(dana, 'ask-about', { person: cleo });
	expect(await refusal(say(dana, 'ask-about', { person: dora }))).toBe('conflict');
	for (const one of [ana, ben]) await say(one, 'answer-about', { person: cleo, agrees: true });
	// What all agreed on is not thrown away by the next question.
	expect(await refusal(say(dana, 'ask-about', { person: dora }))).toBe('conflict');
	await say(dana, 'admit', { person: cleo });
	expect(await refusal(say(dana, 'admit', { person: cleo }))).toBe('conflict');
	await say(dana, 'ask-about', { person: dora });
	// Cleo is one of those who are in now, and is asked as the others are.
	for (const one of [ana, ben]) await say(one, 'answer-about', { person: dora, agrees: true });
	expect(await refusal(say(dana, 'admit', { person: dora }))).toBe('conflict');
	await say(cleo, 'answer-about', { person: dora, agrees: false });
	// Somebody would rather not: others need not wait for that to be settled.
	const finn = await newcomer('Finn');
	await say(dana, 'ask-about', { person: finn });
	for (const one of [ana, ben, cleo]) await say(one, 'answer-about', { person: finn, agrees: true });
	await say(dana, 'admit', { person: finn });
	expect([await isIn(finn), await isIn(dora)]).toEqual([true, false]);
});

test('S16 who drops at the door and asks again waits once, keeps their place, and has agreed once', async () => {
	await bothIn();
	const cleo = await newcomer('Cleo');
	const [{ since }] = (await waitingNow()) as [Waiting];
	const { group } = (await meeting.app.schedule.get(session))!;
	const given = async () => (await meeting.app.accounts.consent.historyOf(cleo, group)).length;
	const before = await given();
	await say(dana, 'ask-about', { person: cleo });
	await say(ana, 'answer-about', { person: cleo, agrees: true });
	meeting.passTime(60_000);
	await come(cleo, 'Cleo');
	expect(await waitingNow()).toMatchObject([{ person: cleo, since, isNew: true }]);
	expect(await given()).toBe(before);
	// The question stands, and so does what was said to it.
	await say(ben, 'answer-about', { person: cleo, agrees: true });
	await say(dana, 'admit', { person: cleo });
	expect(await isIn(cleo)).toBe(true);
});

test('S16 an observer comes in only when everyone in the room has agreed', async () => {
	await bothIn();
	const olga = await observer('Olga');
	expect(await refusal(say(dana, 'admit', { person: olga }))).toBe('conflict');
	await say(dana, 'admit-all', {});
	expect(await isIn(olga)).toBe(false);
	await say(dana, 'ask-about', { person: olga });
	for (const one of [ana, ben]) await say(one, 'answer-about', { person: olga, agrees: true });
	await say(dana, 'admit', { person: olga });
	expect(await read('room', (doc) => roomDocument(doc).seats.get(olga)?.place)).toBe('observer');
});
