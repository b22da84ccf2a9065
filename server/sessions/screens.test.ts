import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument } from '../../src/lib/domain/room.ts';
import { screenShown } from '../../src/lib/domain/screen.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Whose screen is before the group. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId;
let ben: PersonId;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
});
afterEach(() => meeting.end());

const shown = () =>
	meeting.read('room', (doc) => screenShown(roomDocument(doc).seats.values())?.name ?? null);

test('a facilitator shows a screen; a member only once a facilitator has allowed it, and one at a time', async () => {
	await expect(meeting.say(ana, 'show-screen', {})).rejects.toMatchObject({ reason: 'not-allowed' });
	await meeting.say(dana, 'show-screen', {});
	expect(await shown()).toBe('Dana');
	await meeting.say(dana, 'let-screen', { person: ana, allowed: true });
	await expect(meeting.say(ana, 'show-screen', {})).rejects.toMatchObject({ reason: 'conflict' });
	await meeting.say(dana, 'put-screen-away', { person: dana });
	await meeting.say(ana, 'show-screen', {});
	expect(await shown()).toBe('Ana');
	await meeting.say(ana, 'put-screen-away', { person: ana });
	expect(await shown()).toBeNull();
	await meeting.say(ana, 'show-screen', {});
	// Who leads takes the place over by showing something else.
	await meeting.say(dana, 'show-screen', {});
	expect(await shown()).toBe('Dana');
});

test('nobody but its own person and who leads puts a screen away, and who was stopped asks again', async () => {
	await meeting.say(dana, 'let-screen', { person: ana, allowed: true });
	await meeting.say(ana, 'show-screen', {});
	await expect(meeting.say(ben, 'put-screen-away', { person: ana })).rejects.toMatchObject({
		reason: 'not-allowed'
	});
	expect(await shown()).toBe('Ana');
	await meeting.say(dana, 'put-screen-away', { person: ana });
	expect(await shown()).toBeNull();
	await expect(meeting.say(ana, 'show-screen', {})).rejects.toMatchObject({ reason: 'not-allowed' });
});

test.each([
	['stops her picture', 'stop-picture', { stopped: true }],
	['takes the leave back', 'let-screen', { allowed: false }],
	['steps aside with her', 'step-aside', {}],
	['sends her back', 'send-back', { message: '' }]
] as const)('S07 a screen is away at once when the facilitator %s', async (_words, name, rest) => {
	await meeting.say(dana, 'let-screen', { person: ana, allowed: true });
	await meeting.say(ana, 'show-screen', {});
	await meeting.say(dana, name, { person: ana, ...rest } as never);
	expect(await shown()).toBeNull();
});

test('while everything is paused no member begins to show a screen, and putting one away is never stopped', async () => {
	await meeting.say(dana, 'let-screen', { person: ana, allowed: true });
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[2]!.id });
	await meeting.say(ana, 'show-screen', {});
	await meeting.say(dana, 'set-attention', { attention: 'hold' });
	await meeting.say(ana, 'put-screen-away', { person: ana });
	await expect(meeting.say(ana, 'show-screen', {})).rejects.toMatchObject({ reason: 'not-allowed' });
});
