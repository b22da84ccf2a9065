import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { deskDocument, lineDocument, roomDocument, THE } from '../../src/lib/domain/room.ts';
import { comeToTheDoor } from '../demo/people.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

let meeting: Meeting;
let [ana, ben, chris, elif, dana]: PersonId[] = [];
beforeEach(async () => {
	meeting = await startMeeting();
	[ana, ben, chris, elif] = await meeting.letIn('Ana', 'Ben', 'Chris', 'Elif');
	dana = meeting.dana.id;
});
afterEach(() => meeting.end());

const offer = (by: PersonId, offered = true) => meeting.say(by, 'offer-captions', { offered });
const ask = (person: PersonId, wanted = true, by = dana!) =>
	meeting.say(by, 'ask-captions', { person, wanted });
const types = (person: PersonId) => meeting.app.rooms.mayCaption(meeting.session, person);
const offers = () => meeting.read('desk', (doc) => [...deskDocument(doc).captionOffers.values()]);
const onLineOf = (person: PersonId) =>
	meeting.read('line', (doc) => lineDocument(doc).captions.get(THE) ?? null, person);

test('a member offers, a facilitator agrees, everyone sees who types; either ends it', async () => {
	await offer(ana!);
	expect(await offers()).toMatchObject([{ person: ana, name: 'Ana', from: 'member' }]);
	expect(types(ana!)).toBe(false);
	await ask(ana!);
	expect(types(ana!)).toBe(true);
	expect(await meeting.read('room', (doc) => roomDocument(doc).typists.toJSON())).toMatchObject({
		[ana!]: { name: 'Ana' }
	});
	expect([await offers(), await onLineOf(ana!)]).toEqual([[], null]);
	await ask(ana!, false);
	expect(types(ana!)).toBe(false);
	await offer(dana!);
	expect(types(dana!)).toBe(true);
	await offer(dana!, false);
	expect(types(dana!)).toBe(false);
});

test('a facilitator asks one member, who alone is told, and types only once they agree', async () => {
	await ask(ben!);
	expect(await onLineOf(ben!)).toMatchObject({ is: 'asked', by: 'Dana' });
	expect(await onLineOf(ana!)).toBeNull();
	expect(await meeting.read('room', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('typists":{"');
	expect(types(ben!)).toBe(false);
	await offer(ben!, false);
	expect([await offers(), await onLineOf(ben!), types(ben!)]).toEqual([[], null, false]);
	await ask(ben!);
	await offer(ben!);
	expect(types(ben!)).toBe(true);
});

test('R19 members agree to nobody’s captions; three people type at most', async () => {
	await offer(ana!);
	await expect(ask(ana!, true, ben!)).rejects.toMatchObject({ reason: 'not-allowed' });
	for (const one of [ana!, ben!, chris!]) {
		await offer(one);
		await ask(one);
	}
	await offer(elif!);
	await expect(ask(elif!)).rejects.toMatchObject({ reason: 'conflict' });
});

test('who goes out and comes back types nothing before it is agreed anew; after the end nobody does', async () => {
	await offer(ana!);
	await ask(ana!);
	await offer(ben!);
	await ask(ben!);
	await meeting.say(dana!, 'send-back', { person: ana!, message: '' });
	expect(types(ana!)).toBe(false);
	await comeToTheDoor(meeting.app, meeting.session, { id: ana!, name: 'Ana', place: 'member' });
	await meeting.say(dana!, 'admit', { person: ana! });
	expect(types(ana!)).toBe(false);
	await meeting.say(dana!, 'end-session', {});
	expect(types(ben!)).toBe(false);
});

test('captions reach those in the same breakout, or side room, or with the group', async () => {
	const together = (one: PersonId, other: PersonId) =>
		meeting.app.rooms.isTogether(meeting.session, one, other);
	expect(together(ana!, dana!)).toBe(true);
	await meeting.say(dana!, 'go-to-step', { step: meeting.steps[0]!.id });
	await meeting.say(dana!, 'open-breakouts', {
		...{
			rooms: [
				[ana!, ben!],
				[chris!, elif!]
			],
			minutes: 5,
			task: { kind: 'talk' }
		}
	});
	expect([together(ana!, ben!), together(ana!, chris!), together(ana!, dana!)]).toEqual([true, false, false]);
	await meeting.say(dana!, 'close-breakouts', { when: 'now' });
	await meeting.say(dana!, 'step-aside', { person: ana! });
	expect([together(ana!, dana!), together(ana!, ben!)]).toEqual([true, false]);
});
