import { afterEach, beforeEach, expect, test } from 'vitest';
import { textAt } from '../../src/lib/domain/answer-places.ts';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** How people go: whoever leads goes last, and everyone finds what helps afterwards (S21). */

/** For what is each person's own. */
const EACH_ALONE = {
	...newStep('worksheet', 'therapy'),
	sharing: 'private',
	facilitatorReads: 'after-done'
} as Step;

let meeting: Meeting;
let dana: PersonId, ana: PersonId, ben: PersonId;

beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', EACH_ALONE] });
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	await meeting.say(dana, 'go-to-step', { step: meeting.steps[0]!.id });
});
afterEach(() => meeting.end());

const about = () => meeting.read('room', (doc) => roomDocument(doc).about.get(THE)!);
const timer = () => meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!.timer!);
const leaving = (input: { alone?: boolean } = {}) =>
	meeting.say(dana, 'leave', input).then(
		() => 'done',
		(error: { message: string }) => error.message
	);
const endOf = async (person: PersonId) =>
	(await meeting.app.attendance.ofSession(meeting.session)).find((one) => one.person === person)?.end;

/** As if these people's pages were open on the room, and nobody else's. */
async function arePresent(...people: PersonId[]): Promise<void> {
	const [room] = await meeting.heads('room');
	await meeting.app.documents.change([
		{
			id: room!.id,
			change: (doc) => {
				const { seats } = roomDocument(doc);
				for (const seat of [...seats.values()])
					seats.set(seat.person, { ...seat, here: people.includes(seat.person) });
			}
		}
	]);
	// The next command's room is read anew.
	await meeting.say(people[0]!, 'raise-hand', { raised: false });
}

test('S21 the last facilitator is told who is still in, and leaves them only on purpose', async () => {
	await arePresent(dana, ana, ben);
	expect(await leaving()).toContain('Ana and Ben are still here.');
	expect((await about()).leaderAwaySince).toBeNull();
	expect(await leaving({ alone: true })).toBe('done');
});

test('S21, S06 a group that is left without staff is told at once, its timer stands, and the attendance says so', async () => {
	await arePresent(dana, ana);
	await leaving({ alone: true });
	expect(await about()).toMatchObject({
		leaderAwaySince: expect.any(Number),
		timerHeld: true,
		state: 'open'
	});
	expect((await timer()).endsAt).toBeNull();
	expect(await endOf(dana)).toBe('left-alone');
});

test('S21 a facilitator who goes last, or after the end, has simply left', async () => {
	await arePresent(dana);
	expect(await leaving()).toBe('done');
	expect((await about()).leaderAwaySince).toBeNull();
	expect(await endOf(dana)).toBe('left');
});

test('S21 members go whenever they like', async () => {
	await arePresent(dana, ana, ben);
	await meeting.say(ana, 'leave', {});
	expect(await endOf(ana)).toBe('left');
});

test('S21 behind the door stand the facilitator’s words, the next session, what was agreed, and one’s own plan for hard hours', async () => {
	const { app, session } = meeting;
	const asker = { person: ana, staff: false };
	const { group, startsAt } = (await app.schedule.get(session))!;
	const known = (await app.groups.get(group))!;
	const words = { words: 'Be gentle tonight.', reach: 'Dana, weekdays.' };
	await app.groups.update(meeting.dana.asker, group, { ...known, aftercare: words });
	expect(await app.aftercare.of(asker, session)).toMatchObject({
		...words,
		next: null,
		practice: [],
		coping: null
	});

	const plan = { steps: [meeting.steps[0]!], keepChat: false };
	const later = { group, title: '', zone: 'Europe/London', minutes: 60, plan, startsAt: startsAt + 1e9 };
	await app.schedule.plan(meeting.dana.asker, later);
	await meeting.say(dana, 'set-homework', {
		...{ exercise: 'worry-tree', words: 'One is enough.', due: '2030-05-07', for: ana, isRead: false }
	});
	const step = meeting.steps[1]!.id;
	await meeting.say(dana, 'tailor', { step, person: ana, exercise: 'coping-plan' });
	const { document } = (await meeting.say(ana, 'open-sheet', { step })) as { document: DocumentId };
	await app.documents.change([
		{ id: document, change: (doc) => textAt(doc, 'reasons').insert(0, 'My daughter') }
	]);
	const mine = await app.aftercare.of(asker, session);
	expect(mine).toMatchObject({
		next: later.startsAt,
		practice: [{ words: 'One is enough.' }],
		leaders: ['Dana']
	});
	expect(JSON.stringify(mine.coping)).toContain('My daughter');
	// Nobody else is told of it.
	const his = await app.aftercare.of({ person: ben, staff: false }, session);
	expect(his).toMatchObject({ practice: [], coping: null });
});
