import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId, StepId } from '../../src/lib/domain/ids.ts';
import { deskDocument, doorDocument, roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** S14: the host of a peer-led group takes part like everyone else, and is told nothing that a clinician would be. */

let meeting: Meeting;
let step: StepId;
let people: PersonId[];
beforeEach(async () => {
	meeting = await startMeeting({ kind: 'peer', steps: ['arrive', 'check-in'] });
	people = await meeting.letIn('Ana', 'Ben', 'Chris');
	step = meeting.steps[1]!.id;
	await meeting.say(meeting.dana.id, 'go-to-step', { step });
});
afterEach(() => meeting.end());

const give = (person: PersonId, mood: number, audience: 'group' | 'facilitators' = 'group') =>
	meeting.say(person, 'give-check-in', { step, audience, mood, energy: 4, word: 'heavy' });

test('S14 the host of a peer group sees that a check-in was given, and nothing of it', async () => {
	for (const [index, person] of people.entries()) await give(person, index + 2);
	const told = await meeting.read('desk', (doc) => [...deskDocument(doc).checkIns.values()]);
	expect(told).toHaveLength(3);
	for (const one of told) expect(one).toMatchObject({ mood: null, energy: null, word: '' });
	expect(await meeting.read('desk', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('heavy');
});

test('S14 S10 the group’s numbers come about all the same, from three on', async () => {
	await give(people[0]!, 2);
	await give(people[1]!, 5);
	const show = () => meeting.say(meeting.dana.id, 'show-numbers', { step });
	await expect(show()).rejects.toMatchObject({ reason: 'conflict' });
	await give(people[2]!, 8);
	await show();
	const numbers = await meeting.read('room', (doc) => roomDocument(doc).numbers.get(step));
	expect(numbers).toHaveLength(2);
	expect(numbers![0]).toMatchObject({ question: 'Mood', people: 3 });
});

test('S14 what was given stands where its giver alone may read it, and counts the host’s own', async () => {
	await give(people[0]!, 7);
	await give(meeting.dana.id, 3);
	const own = (person: PersonId) => meeting.read('door', (doc) => doorDocument(doc).given.get(step), person);
	expect(await own(people[0]!)).toMatchObject({ mood: 7, word: 'heavy' });
	expect(await own(meeting.dana.id)).toMatchObject({ mood: 3 });
	expect(await own(people[1]!)).toBeUndefined();
});

test('S14 a check-in for the host alone is refused', () =>
	expect(give(people[0]!, 7, 'facilitators')).rejects.toMatchObject({ reason: 'not-allowed' }));

test('S14 after the session a check-in is its giver’s to look back at, and not the host’s', async () => {
	for (const [index, person] of people.entries()) await give(person, index + 2);
	await meeting.say(meeting.dana.id, 'end-session', {});
	const { app, session } = meeting;
	await app.signOff.signOff({ person: meeting.dana.id, staff: true }, session);
	const seenBy = async (person: PersonId, staff: boolean) =>
		(await app.artifacts.checkInsOf({ person, staff }, session)).map(({ owner }) => owner);
	expect(await seenBy(people[0]!, false)).toEqual([people[0]]);
	expect(await seenBy(meeting.dana.id, true)).toEqual([]);
});
