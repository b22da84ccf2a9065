import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

let meeting: Meeting;
let ana: PersonId;
beforeAll(async () => {
	meeting = await startMeeting();
	[ana] = (await meeting.letIn('Ana')) as [PersonId];
	await meeting.say(meeting.dana.id, 'go-to-step', { step: meeting.steps[2]!.id });
});
afterAll(() => meeting.end());

const MINUTE_MS = 60_000;
const timer = () => meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!.timer!);
/** Minutes left by the server's clock, to the nearest whole one. */
const minutesLeft = async () => Math.round(((await timer()).endsAt! - meeting.app.now()) / MINUTE_MS);

test('a step’s timer runs on the server’s clock, is lengthened, stands while paused, and is nobody else’s to set', async () => {
	const { dana, say } = meeting;
	await say(dana.id, 'set-timer', { to: { minutes: 10 } });
	expect(await minutesLeft()).toBe(10);
	meeting.passTime(4 * MINUTE_MS);
	expect(await minutesLeft()).toBe(6);
	await say(dana.id, 'extend-timer', { minutes: 2 });
	expect(await minutesLeft()).toBe(8);
	await say(dana.id, 'set-timer', { to: 'pause' });
	meeting.passTime(5 * MINUTE_MS);
	await say(dana.id, 'extend-timer', { minutes: 1 });
	expect((await timer()).endsAt).toBeNull();
	await say(dana.id, 'set-timer', { to: 'resume' });
	expect(await minutesLeft()).toBe(9);
	for (const refused of [
		() => say(ana, 'extend-timer', { minutes: 5 }),
		() => say(ana, 'set-timer', { to: 'none' }),
		() => say(dana.id, 'extend-timer', { minutes: -5 })
	])
		await expect(refused()).rejects.toMatchObject({ reason: expect.stringMatching(/not-allowed|invalid/) });
	// Softly: when it is over, the step stays.
	meeting.passTime(20 * MINUTE_MS);
	expect(await meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!.index)).toBe(2);
});
