import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainAnswers } from '../../src/lib/domain/answer-places.ts';
import type { FlagId, PersonId, StepId } from '../../src/lib/domain/ids.ts';
import { deskDocument, lineDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** From an answer or a call for help to what the facilitators do about it. */

let meeting: Meeting;
let dana: PersonId;
let ana: PersonId;
beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', 'check-out'] });
	dana = meeting.dana.id;
	[ana] = (await meeting.letIn('Ana', 'Ben')) as [PersonId];
	await meeting.say(dana, 'go-to-step', { step: step() });
});
afterEach(() => meeting.end());

const step = (): StepId => meeting.steps[1]!.id;
const flags = () => meeting.read('desk', (doc) => [...deskDocument(doc).flags.values()]);

/** Fills in how safe it felt, and presses Done. */
async function feltSafe(value: number): Promise<void> {
	const { document } = (await meeting.say(ana, 'open-sheet', { step: step() })) as { document: never };
	await meeting.app.documents.change([
		{ id: document, change: (doc) => void plainAnswers(doc).set('felt-safe', value) }
	]);
	await meeting.say(ana, 'report-progress', { step: step(), progress: 'done' });
}

test('S03 S04 feeling safe of 3 or less reaches the facilitators’ desk, and nothing that anyone else reads', async () => {
	await feltSafe(4);
	expect(await flags()).toEqual([]);
	await feltSafe(3);
	await feltSafe(2);
	expect(await flags()).toMatchObject([
		{ person: ana, cause: 'felt-unsafe', quiet: false, state: { is: 'open' } }
	]);
	for (const { kind, id } of await meeting.app.documents.ofSession(meeting.session)) {
		if (kind === 'desk') continue;
		const said = await meeting.app.documents.read(id, (doc) => JSON.stringify(doc.toJSON()));
		expect(said, kind).not.toContain('felt-unsafe');
	}
});

test('S04 a flag is seen, and is open until what was done is written down; members do neither', async () => {
	await meeting.say(ana, 'support', { text: 'Please.' });
	const flag = (await flags())[0]!.id as FlagId;
	for (const say of [
		() => meeting.say(ana, 'acknowledge-flag', { flag }),
		() => meeting.say(ana, 'clear-flag', { flag, outcome: 'Nothing.' })
	])
		await expect(say()).rejects.toMatchObject({ reason: 'not-allowed' });
	await meeting.say(dana, 'acknowledge-flag', { flag });
	// S02: who called is told who has seen it.
	const lines = await meeting.read('line', (doc) => lineDocument(doc).lines.toArray(), ana);
	expect(lines).toMatchObject([{ kind: 'support', seenBy: ['Dana'] }]);
	await expect(meeting.say(dana, 'clear-flag', { flag, outcome: '' })).rejects.toMatchObject({
		reason: 'invalid'
	});
	await meeting.say(dana, 'end-session', {});
	const signOff = () => meeting.app.signOff.signOff(meeting.dana.asker, meeting.session);
	await expect(signOff()).rejects.toMatchObject({ reason: 'conflict' });
	await meeting.say(dana, 'clear-flag', { flag, outcome: 'We spoke; her sister is with her.' });
	expect((await flags())[0]?.state).toMatchObject({ is: 'cleared', by: dana });
	await signOff();
	await meeting.say(ana, 'leave', {});
	// S02: nobody looks at this desk any more, and who presses Support in a tab left open is not told otherwise.
	await expect(meeting.say(ana, 'support', { text: '' })).rejects.toMatchObject({ reason: 'conflict' });
	expect(await flags()).toHaveLength(1);
});
