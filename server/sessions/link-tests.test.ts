import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Trying one's link to the server, before the call. */

let meeting: Meeting;
beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive'] });
});
afterEach(() => meeting.end());

test('R21 who has no place in the group is told what would be said of a session that never was', async () => {
	const { linkTests } = meeting.app;
	await expect(linkTests.allow(newId(), meeting.session)).rejects.toMatchObject({ reason: 'not-found' });
	await expect(linkTests.allow(meeting.dana.id, newId())).rejects.toMatchObject({ reason: 'not-found' });
});

test('a person tries again and again, not without end; others are not held up by it', async () => {
	const { linkTests } = meeting.app;
	const [ana] = await meeting.letIn('Ana');
	const once = () => linkTests.allow(ana!, meeting.session);
	for (let request = 0; request < 50; request++) await once();
	await expect(once()).rejects.toMatchObject({ reason: 'too-many' });
	await linkTests.allow(meeting.dana.id, meeting.session);
	meeting.passTime(30_000);
	await once();
});
