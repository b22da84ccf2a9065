import { afterEach, beforeEach, expect, test } from 'vitest';
import { openRooms, type Breakout } from '../../src/lib/domain/breakouts.ts';
import { talkDocument } from '../../src/lib/domain/breakout-talk.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { BreakoutId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument, roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Pairs and rooms: who reaches whom, who reads what, and how everyone comes back. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId, ben: PersonId, chris: PersonId, elif: PersonId;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben, chris, elif] = (await meeting.letIn('Ana', 'Ben', 'Chris', 'Elif')) as [
		...[PersonId, PersonId, PersonId, PersonId]
	];
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[2]!.id });
});
afterEach(() => meeting.end());

const open = (minutes = 10, task: Breakout['task'] = { kind: 'board', template: 'blank' }) =>
	meeting.say(dana, 'open-breakouts', {
		rooms: [
			[ana, ben],
			[chris, elif]
		],
		...{ minutes, task }
	});
const reaches = (one: PersonId, other: PersonId) => meeting.app.rooms.mayReach(meeting.session, one, other);
const now = () =>
	meeting.read('room', (doc) => {
		const { open: state, breakouts } = roomDocument(doc);
		const [of, all] = [state.get(THE) ?? null, new Map(breakouts.entries()) as Map<BreakoutId, Breakout>];
		return { open: of, rooms: openRooms({ open: of, breakouts: all }), all: [...all.values()] };
	});
const mayRead = (person: PersonId, head: DocumentHead) => meeting.app.rooms.mayOpen(person, 'read', head);
const headOf = async (id: DocumentHead['id'] | null) => (await meeting.app.documents.head(id!))!;
const talkOf = ({ talk }: Breakout) =>
	meeting.app.documents.read(talk, (doc) => {
		const { chat, help } = talkDocument(doc);
		return { chat: chat.toArray().map(({ text }) => text), help: help.get(THE) ?? null };
	});

test('R36 in rooms people reach those of their own room alone, and the facilitator where they look in', async () => {
	await open();
	expect([reaches(ana, ben), reaches(ana, chris), reaches(chris, elif)]).toEqual([true, false, true]);
	expect([reaches(dana, ana), reaches(dana, chris)]).toEqual([false, false]);
	const [, second] = (await now()).rooms;
	await meeting.say(dana, 'visit-breakout', { breakout: second!.id });
	expect([reaches(dana, ana), reaches(dana, chris)]).toEqual([false, true]);
	await meeting.say(dana, 'close-breakouts', { when: 'now' });
	expect(reaches(dana, ana) && reaches(ana, chris)).toBe(true);
});

test('R32 a room’s board is read by its people and the facilitators alone, also after everyone is back', async () => {
	await open();
	const [first] = (await now()).rooms;
	const board = await headOf(first!.board);
	const readers = () => [ana, ben, chris, elif, dana].map((one) => mayRead(one, board));
	const expected = [true, true, false, false, true];
	expect(readers()).toEqual(expected);
	expect(meeting.app.rooms.mayOpen(chris, 'write', board)).toBe(false);
	await meeting.say(dana, 'close-breakouts', { when: 'now' });
	// What was written in the last second is still to come.
	expect(meeting.app.rooms.mayOpen(ana, 'write', board)).toBe(true);
	expect(readers()).toEqual(expected);
});

test('whoever is put into another room reads that one from now on, and no longer the first', async () => {
	await open();
	const [first, second] = (await now()).rooms;
	await meeting.say(dana, 'move-to-breakout', { person: ben, breakout: second!.id });
	const [one, two] = [await headOf(first!.board), await headOf(second!.board)];
	expect([mayRead(ben, one), mayRead(ben, two)]).toEqual([false, true]);
	expect([reaches(ben, ana), reaches(ben, chris)]).toEqual([false, true]);
	await meeting.say(dana, 'move-to-breakout', { person: ben, breakout: null });
	expect([mayRead(ben, two), reaches(ben, dana)]).toEqual([false, true]);
});

test('who comes late can be put into a room, and who left and comes back finds theirs again', async () => {
	await open();
	const [jo] = (await meeting.letIn('Jo')) as [PersonId];
	expect(reaches(jo, dana)).toBe(true);
	const [first] = (await now()).rooms;
	await meeting.say(dana, 'move-to-breakout', { person: jo, breakout: first!.id });
	expect(reaches(jo, ana)).toBe(true);
	await meeting.say(jo, 'leave', {});
	expect(reaches(jo, ana)).toBe(false);
	expect((await now()).rooms[0]!.people).toContain(jo);
});

test('what is said in a room stays there, and nothing meant for it is ever read by all', async () => {
	await open();
	const [first, second] = (await now()).rooms;
	await meeting.say(ana, 'chat', { text: 'Only for Ben', breakout: first!.id });
	expect((await talkOf(first!)).chat).toEqual(['Only for Ben']);
	await expect(meeting.say(ana, 'chat', { text: 'x', breakout: second!.id })).rejects.toMatchObject({
		reason: 'conflict'
	});
	await expect(meeting.say(ana, 'chat', { text: 'x' })).rejects.toMatchObject({ reason: 'conflict' });
	await meeting.say(dana, 'close-breakouts', { when: 'now' });
	await expect(meeting.say(ana, 'chat', { text: 'too late', breakout: first!.id })).rejects.toMatchObject({
		reason: 'conflict'
	});
	expect(await meeting.read('room', (doc) => roomDocument(doc).chat.length)).toBe(0);
});

test('a room’s call for help reaches the facilitators, and the room hears that it was heard', async () => {
	await open();
	await meeting.say(chris, 'call-for-help', {});
	const [, second] = (await now()).rooms;
	const calls = () => meeting.read('desk', (doc) => [...deskDocument(doc).help.values()].map(({ by }) => by));
	expect(await calls()).toEqual(['Chris']);
	expect((await talkOf(second!)).help).toMatchObject({ by: 'Chris', heardBy: null });
	await meeting.say(dana, 'visit-breakout', { breakout: second!.id });
	expect(await calls()).toEqual([]);
	expect((await talkOf(second!)).help).toMatchObject({ heardBy: 'Dana' });
});

test('the facilitator’s word goes to everyone, and one minute is left when rooms are to close', async () => {
	await open();
	await meeting.say(dana, 'message-breakouts', { text: 'Change who speaks.' });
	expect((await now()).open?.message).toMatchObject({ by: 'Dana', text: 'Change who speaks.' });
	await meeting.say(dana, 'close-breakouts', { when: 'in-a-minute' });
	const { endsAt } = (await now()).open!;
	expect(endsAt - meeting.app.now()).toBeLessThanOrEqual(60_000);
	await meeting.say(dana, 'extend-breakouts', { minutes: 2 });
	expect((await now()).open!.endsAt).toBe(endsAt + 120_000);
});

test('the next step and the end bring everyone back', async () => {
	await open();
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[3]!.id });
	expect((await now()).open).toBeNull();
	expect(reaches(ana, chris)).toBe(true);
	await open();
	await meeting.say(dana, 'end-session', {});
	expect((await now()).open).toBeNull();
	expect((await now()).all).toHaveLength(4);
});

test('after a restart everyone is in their room still, and everyone is back once the time is over', async () => {
	await open(10);
	await meeting.restart();
	expect([reaches(ana, ben), reaches(ana, chris)]).toEqual([true, false]);
	await meeting.restart(11 * 60_000);
	await expect.poll(() => reaches(ana, chris), { timeout: 20_000 }).toBe(true);
	expect((await now()).open).toBeNull();
});

test('when the time is over the server itself brings everyone back', async () => {
	await open(1);
	const told: string[] = [];
	meeting.app.rooms.onRegrouped((session) => told.push(session));
	meeting.passTime(59_000);
	await meeting.say(ana, 'raise-hand', { raised: true });
	told.length = 0;
	expect(reaches(ana, chris)).toBe(false);
	await expect.poll(() => reaches(ana, chris), { timeout: 20_000 }).toBe(true);
	// Signalling is told, so that the calls of the rooms end and the group's begins.
	expect(told).toEqual([meeting.session]);
});

test('nobody sits in a room alone, is in two, or is given what a room may not do together', async () => {
	const refused = (rooms: PersonId[][], task: Breakout['task'] = { kind: 'talk' }) =>
		expect(meeting.say(dana, 'open-breakouts', { rooms, minutes: 5, task })).rejects.toMatchObject({
			reason: expect.stringMatching(/invalid|not-allowed|not-found/)
		});
	await refused([[ana], [ben, chris]]);
	await refused([
		[ana, ben],
		[ben, chris]
	]);
	await refused([[ana, dana]]);
	await refused([[ana, ben]], { kind: 'sheet', exercise: 'phq-9' });
	await refused([[ana, ben]], { kind: 'board', template: 'nowhere' });
});

test('S03 no room is given a sheet that asks about harming oneself: nobody would be told of the answer', async () => {
	const sheet = (exercise: string) => open(5, { kind: 'sheet', exercise });
	await expect(sheet('skills-diary')).rejects.toMatchObject({ reason: 'not-allowed' });
	await sheet('problem-solving');
});

test('R22 who the plan puts together is on the facilitators’ desk when the step comes, and in nothing members read', async () => {
	const { app, session } = meeting;
	const { plan } = (await app.schedule.get(session))!;
	const pairs = { ...newStep('breakout', 'therapy'), whoIsWhere: { [ana]: 2, [ben]: 2 } } as Step;
	await app.schedule.savePlan(meeting.dana.asker, session, {
		title: '',
		plan: { ...plan, steps: [...plan.steps, pairs] }
	});
	await meeting.say(dana, 'go-to-step', { step: pairs.id });
	const named = () => meeting.read('desk', (doc) => deskDocument(doc).whoIsWhere.get(pairs.id));
	expect(await named()).toEqual({ [ana]: 2, [ben]: 2 });
	const read = await meeting.read('room', (doc) => {
		const { stage, past } = roomDocument(doc);
		return [stage.get(THE)!.step, past.get(pairs.id)!.step];
	});
	for (const step of read) {
		expect(step.kind).toBe('breakout');
		expect(step).not.toHaveProperty('whoIsWhere');
	}
	// Names that are changed while the step is on the stage hold at once.
	const changeTo = (whoIsWhere: Record<PersonId, number>) =>
		app.schedule.savePlan(meeting.dana.asker, session, {
			...{ title: '', plan: { ...plan, steps: [...plan.steps, { ...pairs, whoIsWhere } as Step] } }
		});
	await changeTo({ [ana]: 1, [chris]: 1 });
	expect(await named()).toEqual({ [ana]: 1, [chris]: 1 });
	await changeTo({});
	expect(await named()).toBeUndefined();
});

test('a room that nobody is in does not open, and the others keep their numbers', async () => {
	const open = (rooms: PersonId[][]) =>
		meeting.say(dana, 'open-breakouts', { rooms, minutes: 5, task: { kind: 'talk' } });
	await expect(open([[], []])).rejects.toMatchObject({ reason: 'invalid' });
	await open([[ana, ben], [], [chris, elif]]);
	expect((await now()).rooms.map(({ number, people }) => [number, people])).toEqual([
		[1, [ana, ben]],
		[3, [chris, elif]]
	]);
});
