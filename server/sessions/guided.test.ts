import { afterEach, expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { addNote } from '../../src/lib/domain/board-notes.ts';
import { sheetsOf } from '../../src/lib/domain/board-sheets.ts';
import { EXERCISES } from '../../src/lib/domain/exercises/library.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** What an exercise does on the stage besides its sheet. */

let meeting: Meeting;
afterEach(() => meeting.end());

const asking = (exercise: string, sharing: 'private' | 'together') =>
	({ ...newStep('worksheet', 'therapy'), exercise, sharing }) as Step;
const stage = () => meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!);

test.each(EXERCISES.filter(({ onStage }) => onStage && onStage.kind !== 'board').map(({ id }) => id))(
	'%s begins for everyone at the server’s time once who leads begins it, and once more when asked',
	async (exercise) => {
		const step = asking(exercise, 'private');
		meeting = await startMeeting({ steps: ['breathing', step] });
		const dana = meeting.dana.id;
		const [ana] = (await meeting.letIn('Ana')) as [PersonId];
		const begin = (by: PersonId) => meeting.say(by, 'begin-pace', { step: step.id });
		await meeting.say(dana, 'go-to-step', { step: meeting.steps[0]!.id });
		await expect(begin(dana)).rejects.toMatchObject({ reason: 'conflict' });
		await meeting.say(dana, 'go-to-step', { step: step.id });
		expect((await stage()).pacedSince ?? null).toBeNull();
		await expect(begin(ana)).rejects.toMatchObject({ reason: 'not-allowed' });
		await begin(dana);
		const { pacedSince, startedAt } = await stage();
		expect(pacedSince).toBeGreaterThanOrEqual(startedAt);
		meeting.passTime(60_000);
		await begin(dana);
		expect((await stage()).pacedSince).toBeGreaterThanOrEqual(pacedSince! + 60_000);
		// Leaving the step ends it.
		await meeting.say(dana, 'go-to-step', { step: meeting.steps[0]!.id });
		expect((await stage()).pacedSince ?? null).toBeNull();
	}
);

test('an exercise without a pace has nothing to begin', async () => {
	const step = asking('thought-record', 'private');
	meeting = await startMeeting({ steps: [step] });
	await meeting.say(meeting.dana.id, 'go-to-step', { step: step.id });
	await expect(meeting.say(meeting.dana.id, 'begin-pace', { step: step.id })).rejects.toMatchObject({
		reason: 'conflict'
	});
});

test('the circle of control, done together, is a board with its three rings, and is kept as one', async () => {
	const step = asking('circle-of-control', 'together');
	meeting = await startMeeting({ steps: [step] });
	const dana = meeting.dana.id;
	const [ana] = (await meeting.letIn('Ana')) as [PersonId];
	await meeting.say(dana, 'go-to-step', { step: step.id });
	const { board, table, step: shown } = await stage();
	expect(table).toBeNull();
	expect(shown.template).toBe('circle-of-control');
	await meeting.app.documents.change([
		{
			id: board!,
			change: (doc) => {
				const [sheet] = sheetsOf(boardDocument(doc), 'circle-of-control');
				addNote(boardDocument(doc), {
					...{ by: ana, words: 'My own words', sheet: sheet!.id },
					spot: { x: 800, y: 500 }
				} as never);
			}
		}
	]);
	await meeting.say(dana, 'end-session', {});
	await meeting.app.signOff.signOff(meeting.dana.asker, meeting.session);
	const { open } = await meeting.app.artifacts.ofSession(meeting.dana.asker, meeting.session);
	const kept = open.find(({ kind }) => kind === 'board');
	expect(JSON.stringify(kept?.body)).toContain('circle-of-control');
	expect(open.some(({ kind }) => kind === 'table')).toBe(false);
});

test('in a room of two the circle of control is a board, too', async () => {
	meeting = await startMeeting({ steps: ['breakout'] });
	const people = await meeting.letIn('Ana', 'Ben');
	await meeting.say(meeting.dana.id, 'go-to-step', { step: meeting.steps[0]!.id });
	await meeting.say(meeting.dana.id, 'open-breakouts', {
		rooms: [people],
		minutes: 5,
		task: { kind: 'sheet', exercise: 'circle-of-control' }
	});
	const rooms = await meeting.read('room', (doc) => [...roomDocument(doc).breakouts.values()]);
	expect(rooms).toMatchObject([{ task: { kind: 'board', template: 'circle-of-control' }, table: null }]);
	expect(rooms[0]?.board).not.toBeNull();
});
