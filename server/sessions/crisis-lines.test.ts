import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { comeToTheDoor, makeMember } from '../demo/people.ts';

let meeting: Meeting;
beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive'] });
});
afterEach(() => meeting.end());

test('S01 no session opens while the practice has no crisis lines', async () => {
	const { app, dana, session } = meeting;
	const practice = (await app.accounts.practice())!;
	await app.accounts.practiceSettings.change({ ...practice, crisisLines: [] }, dana.id);
	const { group } = (await app.schedule.get(session))!;
	const next = await app.schedule.plan(
		{ person: dana.id, staff: true },
		{
			...{ group, title: '', zone: 'Europe/London', minutes: 60, startsAt: app.now() },
			plan: { steps: meeting.steps, keepChat: false }
		}
	);
	await expect(comeToTheDoor(app, next.id, dana)).rejects.toThrow('No session opens without crisis lines');
	expect((await app.schedule.get(next.id))!.state).toBe('planned');
	// Who waits meanwhile is let in by nobody.
	const ana = await makeMember(app, group, 'Ana');
	await comeToTheDoor(app, next.id, ana);
	expect((await app.rooms.standing(ana.id, next.id)).standing).toBe('waiting');
	await app.accounts.practiceSettings.change(practice, dana.id);
	await comeToTheDoor(app, next.id, dana);
});
