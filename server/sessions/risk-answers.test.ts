import { afterEach, expect, test, vi } from 'vitest';
import { type AnswerKey, plainAnswers, type PlainAnswer } from '../../src/lib/domain/answer-places.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import type { FacilitatorReads, Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument, type Progress } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** When a risk answer in a sheet that somebody reads reaches the facilitators: PHQ-9’s question 9, and others. */

let meeting: Meeting;
afterEach(() => meeting.end());

const sheetStep = (exercise: string, facilitatorReads: FacilitatorReads): Step =>
	({ ...newStep('worksheet', 'therapy'), exercise, sharing: 'private', facilitatorReads }) as Step;

/** Ana in a session whose first two steps are the same sheet, read as is said. */
async function begin(...steps: Step[]): Promise<PersonId> {
	meeting = await startMeeting({ steps: [...steps, 'round'] });
	const [ana] = await meeting.letIn('Ana');
	await goTo(0);
	return ana!;
}

const goTo = (step: number) => meeting.say(meeting.dana.id, 'go-to-step', { step: meeting.steps[step]!.id });

async function open(person: PersonId, step = 0): Promise<DocumentId> {
	const opened = await meeting.say(person, 'open-sheet', { step: meeting.steps[step]!.id });
	return (opened as { document: DocumentId }).document;
}

const answer = (id: DocumentId, key: AnswerKey, value: PlainAnswer) =>
	meeting.app.documents.change([{ id, change: (doc) => void plainAnswers(doc).set(key, value) }]);

const says = (person: PersonId, progress: Exclude<Progress, 'opened'>, step = 0) =>
	meeting.say(person, 'report-progress', { step: meeting.steps[step]!.id, progress });

const flags = () => meeting.read('desk', (doc) => [...deskDocument(doc).flags.values()]);
const flagged = (expected: object[]) =>
	vi.waitFor(async () => expect(await flags()).toMatchObject(expected), { timeout: 10_000 });

async function clear(outcome: string): Promise<void> {
	const open = (await flags()).find(({ state }) => state.is !== 'cleared')!;
	await meeting.say(meeting.dana.id, 'clear-flag', { flag: open.id, outcome });
}

const SELF_HARM = { cause: 'self-harm', quiet: false, state: { is: 'open' } };
/** Answers of question 9, as they count. */
const [NOT_AT_ALL, SEVERAL_DAYS, , NEARLY_EVERY_DAY] = exerciseNamed('phq-9')!.fields.flatMap((field) =>
	field.id === 'item-9' && field.kind === 'choice' ? field.options.map(({ id }) => id) : []
) as [string, string, string, string];

test('S03 question 9 of the PHQ-9 raises a flag at Done, at any total', async () => {
	const ana = await begin(sheetStep('phq-9', 'after-done'));
	const sheet = await open(ana);
	await answer(sheet, 'item-9', SEVERAL_DAYS);
	expect(await flags()).toEqual([]);
	await says(ana, 'done');
	expect(await flags()).toMatchObject([{ ...SELF_HARM, person: ana }]);
});

test('S03 S04 question 9 changed from 0 to 3 after Done raises it, too', async () => {
	const ana = await begin(sheetStep('phq-9', 'after-done'));
	const sheet = await open(ana);
	await answer(sheet, 'item-9', NOT_AT_ALL);
	await says(ana, 'done');
	expect(await flags()).toEqual([]);
	await answer(sheet, 'item-9', NEARLY_EVERY_DAY);
	await flagged([{ ...SELF_HARM, person: ana }]);
});

test('S03 S09 in a sheet that is read as one types it is raised without Done', async () => {
	const ana = await begin(sheetStep('phq-9', 'as-you-type'));
	await answer(await open(ana), 'item-9', SEVERAL_DAYS);
	await flagged([{ ...SELF_HARM, person: ana }]);
});

test('S03 “I’m stuck” tells of it as Done does', async () => {
	const ana = await begin(sheetStep('phq-9', 'after-done'));
	await answer(await open(ana), 'item-9', SEVERAL_DAYS);
	await says(ana, 'writing');
	expect(await flags()).toEqual([]);
	await says(ana, 'stuck');
	expect(await flags()).toMatchObject([SELF_HARM]);
});

test('S09 what stands in a sheet before Done tells nobody, also when the step goes on or the session ends', async () => {
	const ana = await begin(sheetStep('phq-9', 'after-done'), sheetStep('phq-9', 'as-you-type'));
	await answer(await open(ana), 'item-9', NEARLY_EVERY_DAY);
	// What Ben writes later is told of: whatever Ana’s sheet had to tell would be there by then.
	const [ben] = await meeting.letIn('Ben');
	await answer(await open(ben!, 1), 'item-9', SEVERAL_DAYS);
	await flagged([{ ...SELF_HARM, person: ben }]);
	await goTo(2);
	await meeting.say(meeting.dana.id, 'end-session', {});
	expect(await flags()).toHaveLength(1);
});

test.each([
	['the next step begins', () => goTo(1)],
	['the session ends', () => meeting.say(meeting.dana.id, 'end-session', {})]
])('S03 when %s every sheet that is read is looked at once more', async (_when, sweep) => {
	const ana = await begin(sheetStep('phq-9', 'as-you-type'));
	const sheet = await open(ana);
	await answer(sheet, 'item-9', SEVERAL_DAYS);
	// Not waiting for the look that follows the change: the sweep is what tells.
	await sweep();
	expect(await flags()).toMatchObject([{ ...SELF_HARM, person: ana }]);
});

test('S04 the same answer is told once; a graver one anew, and one that was seen is open again', async () => {
	const ana = await begin(sheetStep('phq-9', 'after-done'));
	const sheet = await open(ana);
	await answer(sheet, 'item-9', SEVERAL_DAYS);
	await says(ana, 'done');
	await answer(sheet, 'item-1', SEVERAL_DAYS);
	await goTo(1);
	expect(await flags()).toHaveLength(1);
	const flag = (await flags())[0]!.id;
	await meeting.say(meeting.dana.id, 'acknowledge-flag', { flag });
	await answer(sheet, 'item-9', NEARLY_EVERY_DAY);
	await flagged([{ id: flag, state: { is: 'open' } }]);
	await clear('We spoke.');
	await says(ana, 'writing');
	await says(ana, 'done');
	await goTo(0);
	expect(await flags()).toHaveLength(1);
	await answer(sheet, 'item-9', NOT_AT_ALL);
	await goTo(1);
	await answer(sheet, 'item-9', SEVERAL_DAYS);
	await flagged([{ state: { is: 'cleared' } }, SELF_HARM]);
});

test('S05 in a sheet that nobody reads no answer raises a flag', async () => {
	const ana = await begin(sheetStep('check-out-card', 'no'));
	await answer(await open(ana), 'felt-safe', 0);
	await says(ana, 'done');
	await goTo(1);
	await meeting.say(meeting.dana.id, 'end-session', {});
	expect(await flags()).toEqual([]);
});
