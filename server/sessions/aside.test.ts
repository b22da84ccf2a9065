import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** A word alone between a facilitator and a member. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId;
let ben: PersonId;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[2]!.id });
});
afterEach(() => meeting.end());

const reaches = (one: PersonId, other: PersonId) => meeting.app.rooms.mayReach(meeting.session, one, other);
const shared = () =>
	meeting.read('room', (doc) => {
		const { stage, about, seats } = roomDocument(doc);
		return { stage: stage.get(THE)!, about: about.get(THE)!, seats: [...seats.values()] };
	});

test('S04 in the side room nobody of the group is reached, and the group goes on Hold with a kind line', async () => {
	await meeting.say(dana, 'step-aside', { person: ana });
	expect([reaches(dana, ana), reaches(dana, ben), reaches(ben, ana)]).toEqual([true, false, false]);
	const { stage, about, seats } = await shared();
	expect(stage).toMatchObject({ attention: 'hold', locked: true });
	expect(about.aside?.leader).toBe('Dana');
	expect(seats.filter(({ steppedOut }) => steppedOut).map(({ name }) => name)).toEqual(['Dana', 'Ana']);
});

test('S04 back from the side room everything is as it was; the member may go back by themselves', async () => {
	await meeting.say(dana, 'set-attention', { attention: 'quiet' });
	await meeting.say(dana, 'step-aside', { person: ana });
	await expect(meeting.say(ben, 'step-back', {})).rejects.toMatchObject({ reason: 'conflict' });
	await meeting.say(ana, 'step-back', {});
	expect(reaches(dana, ben) && reaches(ana, ben)).toBe(true);
	const { stage, about, seats } = await shared();
	expect(stage).toMatchObject({ attention: 'quiet', locked: false });
	expect(about.aside).toBeNull();
	expect(seats.some(({ steppedOut }) => steppedOut)).toBe(false);
});

test('S04 when one of the two leaves, the other is back with the group', async () => {
	await meeting.say(dana, 'step-aside', { person: ana });
	await meeting.say(ana, 'leave', {});
	expect(reaches(dana, ben)).toBe(true);
	expect((await shared()).stage.locked).toBe(false);
});

test('S04 members take nobody aside, and there is one side room', async () => {
	await expect(meeting.say(ana, 'step-aside', { person: ben })).rejects.toMatchObject({
		reason: 'not-allowed'
	});
	await meeting.say(dana, 'step-aside', { person: ana });
	await expect(meeting.say(dana, 'step-aside', { person: ben })).rejects.toMatchObject({
		reason: 'conflict'
	});
});

test('under Focus media passes between members and facilitators alone', async () => {
	await meeting.say(dana, 'set-attention', { attention: 'focus' });
	expect([reaches(ana, ben), reaches(ana, dana), reaches(dana, ben)]).toEqual([false, true, true]);
});
