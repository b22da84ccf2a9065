import { afterEach, beforeEach, expect, test } from 'vitest';
import { ATTENTIONS, type Attention } from '../../src/lib/domain/attention.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** What attention stops is refused to members by the server, whatever their browser does. */

const ALL = Object.keys(ATTENTIONS) as Attention[];
let meeting: Meeting;
let ana: PersonId;

beforeEach(async () => {
	meeting = await startMeeting();
	[ana] = (await meeting.letIn('Ana')) as [PersonId];
});
afterEach(() => meeting.end());

const stepTo = (index: number) =>
	meeting.say(meeting.dana.id, 'go-to-step', { step: meeting.steps[index]!.id });
const setAttention = (attention: Attention, by = meeting.dana.id) =>
	meeting.say(by, 'set-attention', { attention });
const onStage = () => meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!);

test('chat is closed to members under Quiet, Hold and Focus, and never to facilitators', async () => {
	await stepTo(0);
	for (const attention of ALL) {
		await setAttention(attention);
		const said = meeting.say(ana, 'chat', { text: 'Hello' });
		if (['quiet', 'hold', 'focus'].includes(attention)) {
			await expect(said, attention).rejects.toMatchObject({ reason: 'not-allowed' });
		} else await said;
		await meeting.say(meeting.dana.id, 'chat', { text: 'Hello' });
	}
});

test('S02 S12 no attention stops Support, the private line, a hand, taking back or leaving', async () => {
	await stepTo(2);
	for (const attention of ALL) {
		await setAttention(attention);
		await meeting.say(ana, 'support', { text: '' });
		await meeting.say(ana, 'write-line', { text: 'I need a word' });
		await meeting.say(ana, 'raise-hand', { raised: true });
		// There is nothing to take back: it is looked for, not forbidden.
		const taken = meeting.say(ana, 'take-back', { step: meeting.steps[2]!.id, field: 'situation' });
		await expect(taken, attention).rejects.toMatchObject({ reason: 'not-found' });
	}
	await meeting.say(ana, 'leave', {});
});

test('members set no attention and move no step', async () => {
	await stepTo(0);
	await expect(setAttention('free', ana)).rejects.toMatchObject({ reason: 'not-allowed' });
	const moved = meeting.say(ana, 'go-to-step', { step: meeting.steps[1]!.id });
	await expect(moved).rejects.toMatchObject({ reason: 'not-allowed' });
});

test('attention belongs to the step: whoever comes back to it finds it as it was left', async () => {
	await stepTo(0);
	await setAttention('quiet');
	await stepTo(1);
	expect(await onStage()).toMatchObject({ attention: 'follow', locked: false });
	await stepTo(0);
	expect(await onStage()).toMatchObject({ attention: 'quiet', locked: false });
});

test('P08 earlier boards are closed to members by the server unless attention is Free; what was on its way arrives first', async () => {
	await stepTo(3);
	const [board] = await meeting.heads('board');
	const gets = (person = ana) => [
		meeting.app.rooms.mayOpen(person, 'read', board!),
		meeting.app.rooms.mayOpen(person, 'write', board!),
		meeting.app.rooms.isWithheld(person, board!)
	];
	await stepTo(0);
	expect(gets()).toEqual([true, true, false]);
	meeting.passTime(61_000);
	for (const attention of ALL) {
		await setAttention(attention);
		expect(gets(), attention).toEqual(attention === 'free' ? [true, true, false] : [false, false, true]);
		expect(gets(meeting.dana.id), attention).toEqual([true, true, false]);
	}
	await setAttention('follow');
	await stepTo(3);
	expect(gets()).toEqual([true, true, false]);
});

test('under Hold members write nothing of theirs; under Focus they open no board', async () => {
	await stepTo(2);
	await meeting.say(ana, 'open-sheet', { step: meeting.steps[2]!.id });
	await stepTo(3);
	const own = (await meeting.heads('own')).find(({ owner }) => owner === ana);
	const [folder] = await meeting.heads('folder');
	const [board] = await meeting.heads('board');
	const may = (how: 'read' | 'write', head = board!) => meeting.app.rooms.mayOpen(ana, how, head);
	await setAttention('hold');
	for (const head of [own!, folder!, board!]) {
		expect([may('read', head), may('write', head)], head.kind).toEqual([true, false]);
	}
	await setAttention('focus');
	expect([may('read'), may('write')]).toEqual([false, false]);
	expect(meeting.app.rooms.isWithheld(ana, board!)).toBe(true);
	expect([may('read', folder), may('write', folder)]).toEqual([true, true]);
	expect(meeting.app.rooms.mayOpen(meeting.dana.id, 'write', board!)).toBe(true);
	await setAttention('free');
	expect([may('read'), may('write')]).toEqual([true, true]);
});
