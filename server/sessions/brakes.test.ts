import { afterEach, beforeEach, expect, test } from 'vitest';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { deskDocument, doorDocument, roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId;
beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana] = (await meeting.letIn('Ana', 'Ben')) as [PersonId];
});
afterEach(() => meeting.end());

const seat = () => meeting.read('room', (doc) => roomDocument(doc).seats.get(ana));
const door = () => meeting.read('door', (doc) => doorDocument(doc).door.get(THE)!, ana);
const chat = () => meeting.read('room', (doc) => roomDocument(doc).chat.toArray());
async function comeBack() {
	const card = await meeting.app.rooms.contactCards.read(meeting.session, ana);
	return meeting.app.rooms.arrive(ana, meeting.session, { card, means: 'text', consent: CONSENT_VERSION });
}

test('S07 sound, picture and a line of the chat are stopped by one command each, and come back by another', async () => {
	await meeting.say(dana, 'mute', { person: ana });
	await meeting.say(dana, 'stop-picture', { person: ana, stopped: true });
	expect(await seat()).toMatchObject({ mutes: 1, pictureStopped: true });
	await meeting.say(dana, 'stop-picture', { person: ana, stopped: false });
	expect(await seat()).toMatchObject({ pictureStopped: false });
	await meeting.say(ana, 'chat', { text: 'Too much for here.' });
	const line = (await chat())[0]!.id;
	for (const hidden of [true, false]) {
		await meeting.say(dana, 'hide-chat', { line, hidden });
		expect((await chat()).map((one) => one.hidden)).toEqual([hidden]);
	}
});

test('S07 S20 back to the lobby and out come with kind words, and whoever is out waits to be let in again', async () => {
	await meeting.say(dana, 'send-back', { person: ana, message: 'Take ten minutes.' });
	expect(await seat()).toBeUndefined();
	expect(await door()).toMatchObject({ state: 'sent-back', message: 'Take ten minutes.', room: null });
	expect((await comeBack()).standing).toBe('waiting');
	await meeting.say(dana, 'admit', { person: ana });
	await meeting.say(dana, 'remove', { person: ana, message: 'We talk tomorrow.' });
	expect(await door()).toMatchObject({
		state: 'removed',
		message: 'We talk tomorrow.',
		room: null,
		line: null
	});
	expect(meeting.app.rooms.isAdmitted(meeting.session, ana)).toBe(false);
});

test('S07 S20 a locked room takes nobody new until it is opened again', async () => {
	await meeting.say(ana, 'leave', {});
	await meeting.say(dana, 'lock-door', { locked: true });
	await expect(comeBack()).rejects.toMatchObject({ reason: 'locked' });
	await meeting.say(dana, 'lock-door', { locked: false });
	expect((await comeBack()).standing).toBe('waiting');
});

test('S08 ‘I know someone here’ reaches the facilitators’ desk, and nothing that anyone else reads', async () => {
	await meeting.say(ana, 'know-someone', { text: 'We work in the same house.' });
	const notices = await meeting.read('desk', (doc) => deskDocument(doc).notices.toArray());
	expect(notices).toMatchObject([{ person: ana, text: 'We work in the same house.' }]);
	for (const { kind, id } of await meeting.app.documents.ofSession(meeting.session)) {
		if (kind === 'desk') continue;
		expect(await meeting.app.documents.read(id, (doc) => JSON.stringify(doc.toJSON())), kind).not.toContain(
			'same house'
		);
	}
});
