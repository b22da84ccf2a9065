import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { cellKey, textAt } from '../../src/lib/domain/answer-places.ts';
import type { ColumnOf, FieldOf } from '../../src/lib/domain/exercise.ts';
import { groupAgreements } from '../../src/lib/domain/exercises/group-agreements.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { sheetStep } from '../../src/lib/domain/plan-making.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { addRow } from '../../src/lib/domain/worksheet-rows.ts';
import { setSignature } from '../../src/lib/domain/worksheet-signatures.ts';
import { comeToTheDoor } from '../demo/people.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** S19: agreements written by the group, shown at each start. */

let meeting: Meeting;
let dana: PersonId, ana: PersonId, ben: PersonId;
const step = {
	...sheetStep('therapy', 'group-agreements', { title: 'What we agree', minutes: 10 }),
	sharing: 'together'
};
const field = groupAgreements.fields[0] as FieldOf<'rows'>;
const column = field.columns.find(({ kind }) => kind === 'agreed') as ColumnOf<'agreed'>;

beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive'] });
	dana = meeting.dana.id;
	const { app, session } = meeting;
	const plan = { steps: [...meeting.steps, step as (typeof meeting.steps)[number]], keepChat: false };
	await app.schedule.savePlan(meeting.dana.asker, session, { title: '', plan });
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
	await meeting.say(dana, 'go-to-step', { step: step.id });
});
afterEach(() => meeting.end());

async function write(words: string, ...signers: PersonId[]): Promise<void> {
	const [table] = await meeting.heads('table');
	const change = (doc: Y.Doc) => {
		const row = addRow(doc, field, null);
		textAt(doc, cellKey(field.id, row, column.to)).insert(0, words);
		for (const person of signers)
			setSignature(doc, { field: field.id, row, column }, { person, agrees: true });
	};
	await meeting.app.documents.change([{ id: table!.id, change }]);
}
const adopt = (by: PersonId) =>
	meeting.say(by, 'adopt-agreements', { step: step.id }).then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);
const shown = () => meeting.read('room', (doc) => roomDocument(doc).about.get(THE)!.agreements);

test('S19 what everyone has signed is shown from now on, at this and at the next start', async () => {
	const { app, session } = meeting;
	const { group } = (await app.schedule.get(session))!;
	const plan = { steps: meeting.steps, keepChat: false };
	const at = { group, title: '', zone: 'Europe/London', minutes: 60, startsAt: app.now() + 60_000, plan };
	const next = await app.schedule.plan(meeting.dana.asker, at);
	// Its page is looked at before anything is agreed on.
	await app.rooms.standing(ana, next.id);
	await write('We listen.', ana, ben);
	await write('No advice.', ana);
	expect(await adopt(dana)).toBe('done');
	expect(await shown()).toEqual(['We listen.']);
	expect((await app.groups.get(group))?.agreements).toEqual(['We listen.']);
	await comeToTheDoor(app, next.id, meeting.dana);
	const [room] = (await app.documents.ofSession(next.id)).filter(({ kind }) => kind === 'room');
	const there = await app.documents.read(room!.id, (doc) => roomDocument(doc).about.get(THE)!.agreements);
	expect(there).toEqual(['We listen.']);
});

test('S19 nothing is shown that somebody here has not signed, and members adopt nothing', async () => {
	await write('No advice.', ana);
	expect(await adopt(dana)).toBe('conflict');
	expect(await adopt(ana)).toBe('not-allowed');
	expect(await shown()).toEqual([]);
});
