import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { CallTimes } from './call-times.ts';

let meeting: Meeting;
let ana: PersonId;
let ben: PersonId;
beforeEach(async () => {
	meeting = await startMeeting();
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
});
afterEach(() => meeting.end());

const report = (by: PersonId, voiceMs: number, textMs = 0, weakMs = 0) =>
	meeting.say(by, 'report-call', { voiceMs, textMs, weakMs });
const MINUTE = 60_000;

test('what browsers report adds up by person, and nobody makes more of it than time went by', async () => {
	await report(ana, MINUTE, 0, MINUTE);
	await report(ana, MINUTE);
	meeting.passTime(MINUTE);
	await report(ana, 0, MINUTE);
	await report(ben, 20_000);
	const { app, session } = meeting;
	const { group } = (await app.schedule.get(session))!;
	const times = await new CallTimes(app).ofSession({ session, group });
	expect(times.get(ben)).toEqual({ voiceMs: 20_000, textMs: 0, weakMs: 0 });
	const { voiceMs, textMs, weakMs } = times.get(ana)!;
	// The second report came at once: next to nothing of it counts.
	expect(voiceMs).toBeGreaterThanOrEqual(MINUTE);
	expect(voiceMs).toBeLessThan(MINUTE + 30_000);
	expect(textMs).toBe(MINUTE);
	expect(weakMs).toBe(MINUTE);
	await expect(report(ana, 10 * MINUTE)).rejects.toMatchObject({ reason: 'invalid' });
});

test('R22 facilitators find it when they look back, members never, in no document and in no row in the clear', async () => {
	await report(ana, MINUTE, 0, 30_000);
	await meeting.say(meeting.dana.id, 'end-session', {});
	const { app, session } = meeting;
	const { links } = await app.reviews.ofSession(meeting.dana.asker, session);
	expect(links?.find(({ name }) => name === 'Ana')).toEqual({
		...{ name: 'Ana', drops: 0, returns: 0, awayMs: 0 },
		...{ voiceMs: MINUTE, textMs: 0, weakMs: 30_000 }
	});
	expect((await app.reviews.ofSession({ person: ana, staff: false }, session)).links).toBeNull();
	for (const { id } of await app.documents.ofSession(session)) {
		expect(await app.documents.read(id, (doc) => JSON.stringify(doc.toJSON()))).not.toMatch(/voiceMs|weakMs/);
	}
	const rows = await app.store.db.selectFrom('call_times').selectAll().execute();
	expect(rows).toHaveLength(1);
	expect(Buffer.from(rows[0]!.times_sealed).toString('latin1')).not.toContain('voiceMs');
	const commands = await app.store.db.selectFrom('command').selectAll().execute();
	expect(JSON.stringify(commands)).not.toContain('voiceMs');
});
