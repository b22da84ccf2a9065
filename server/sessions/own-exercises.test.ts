import { afterEach, beforeEach, expect, test } from 'vitest';
import { textAt } from '../../src/lib/domain/answer-places.ts';
import type { Exercise } from '../../src/lib/domain/exercise.ts';
import type { DocumentId, ExerciseId, PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument, roomDocument, stepOf, THE } from '../../src/lib/domain/room.ts';
import { INTAKE_R4 } from '../../tests/support/fhir-files.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** The practice's own exercises, and those it took in from a file, given out in a session besides what was planned. */

let meeting: Meeting;
let people: PersonId[];
let own: ExerciseId;
const sheet = { ...newStep('worksheet', 'therapy'), sharing: 'private' } as Step;
const asker = () => meeting.dana.asker;
const dana = () => meeting.dana.id;
beforeEach(async () => {
	meeting = await startMeeting({ steps: [sheet, 'breakout'] });
	people = await meeting.letIn('Ana', 'Ben');
	own = await meeting.app.library.make(asker(), 'Small steps');
	await meeting.say(dana(), 'go-to-step', { step: sheet.id });
});
afterEach(() => meeting.end());

type Opened = { document: DocumentId; exercise: string; definition?: Exercise };

test('one member is given an exercise of the practice’s own: they alone have it, as it was, and it is kept', async () => {
	const [ana, ben] = people as [PersonId, PersonId];
	await meeting.say(dana(), 'tailor', { step: sheet.id, person: ana, exercise: own });
	const { exercise } = await meeting.app.library.get(asker(), own);
	await meeting.app.library.save(asker(), own, {
		version: 1,
		exercise: { ...exercise, title: 'Changed since' }
	});
	await meeting.app.library.retire(asker(), own);
	await meeting.restart();
	const opened = (await meeting.say(ana, 'open-sheet', { step: sheet.id })) as Opened;
	expect(opened).toMatchObject({ exercise: own, definition: { title: 'Small steps' } });
	expect(await meeting.say(ben, 'open-sheet', { step: sheet.id })).not.toHaveProperty('definition');
	expect(await meeting.read('room', (doc) => JSON.stringify(doc.toJSON()))).not.toContain('Small steps');
	await meeting.app.documents.change([
		{ id: opened.document, change: (doc) => textAt(doc, 'first').insert(0, 'One at a time') }
	]);
	await meeting.say(ana, 'report-progress', { step: sheet.id, progress: 'done' });
	await meeting.say(dana(), 'end-session', {});
	await meeting.app.signOff.signOff(asker(), meeting.session);
	const { group } = (await meeting.app.schedule.get(meeting.session))!;
	const [kept] = await meeting.app.artifacts.mine({ person: ana, staff: false }, group);
	expect(kept?.body).toMatchObject({ kind: 'worksheet', sheet: { title: 'Small steps' } });
	expect(JSON.stringify(kept?.body)).toContain('One at a time');
});

test('taking it back leaves nothing of it on the desk; an unknown one is refused', async () => {
	const [ana] = people as [PersonId];
	await meeting.say(dana(), 'tailor', { step: sheet.id, person: ana, exercise: own });
	await meeting.say(dana(), 'tailor', { step: sheet.id, person: ana, exercise: null });
	const left = await meeting.read('desk', (doc) => deskDocument(doc).tailoredTo.get(stepOf(sheet.id, ana)));
	expect(left).toBeUndefined();
	const unknown = own.split('').reverse().join('');
	await expect(
		meeting.say(dana(), 'tailor', { step: sheet.id, person: ana, exercise: unknown })
	).rejects.toMatchObject({ reason: 'not-found' });
});

test('a room of a few fills in what was taken in from a file together', async () => {
	const { id } = await meeting.app.library.import(asker(), JSON.stringify(INTAKE_R4));
	await meeting.say(dana(), 'open-breakouts', {
		rooms: [people],
		minutes: 5,
		task: { kind: 'sheet', exercise: id }
	});
	const [breakout] = await meeting.read('room', (doc) => [...roomDocument(doc).breakouts.values()]);
	expect(breakout?.task).toMatchObject({ kind: 'sheet', exercise: id, definition: { id } });
	expect(breakout?.task).not.toHaveProperty('definition.source');
	expect(breakout?.table).not.toBeNull();
});

test('S03 a copy of what asks about harming oneself is given out no more freely than its original', async () => {
	const diary = await meeting.app.library.copy(asker(), 'skills-diary');
	const log = await meeting.app.library.copy(asker(), 'meal-log');
	for (const exercise of [diary, log]) {
		await expect(
			meeting.say(dana(), 'open-breakouts', {
				rooms: [people],
				minutes: 5,
				task: { kind: 'sheet', exercise }
			})
		).rejects.toMatchObject({ reason: 'not-allowed' });
	}
});

test('rooms planned with an exercise of the practice’s own open with it, also after it was retired', async () => {
	const { app, session } = meeting;
	const rooms = { ...meeting.steps[1]!, work: 'sheet', exercise: own } as Step;
	const plan = { steps: [meeting.steps[0]!, rooms], keepChat: false };
	await app.schedule.savePlan(asker(), session, { title: 'Planned', plan });
	await app.library.retire(asker(), own);
	await meeting.say(dana(), 'go-to-step', { step: rooms.id });
	const stage = await meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!);
	expect(stage.step).not.toHaveProperty('definition');
	await meeting.say(dana(), 'open-breakouts', {
		rooms: [people],
		minutes: 5,
		task: { kind: 'sheet', exercise: own }
	});
	const [breakout] = await meeting.read('room', (doc) => [...roomDocument(doc).breakouts.values()]);
	expect(breakout?.task).toMatchObject({ definition: { title: 'Small steps' } });
});
