import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId, RevealId, StepId } from '../../src/lib/domain/ids.ts';
import { deskDocument, lineDocument, roomDocument, THE } from '../../src/lib/domain/room.ts';
import { textAt } from '../../src/lib/domain/answer-places.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Asking for answers, showing them, choosing among them, and taking them back. */

const WORDS = { ana: 'I dreaded the call.', ben: 'I left early.', cleo: 'Nothing went well.' };
let meeting: Meeting;
let step: StepId;
let dana: PersonId;
let people: Record<keyof typeof WORDS, PersonId>;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	const [ana, ben, cleo] = (await meeting.letIn('Ana', 'Ben', 'Cleo')) as [PersonId, PersonId, PersonId];
	people = { ana, ben, cleo };
	step = meeting.steps[2]!.id;
	await meeting.say(dana, 'go-to-step', { step });
	for (const [name, person] of Object.entries(people)) {
		const opened = await meeting.say(person, 'open-sheet', { step });
		const { document } = opened as { document: Parameters<Meeting['app']['documents']['head']>[0] };
		const write = {
			id: document,
			change: (doc: Parameters<typeof textAt>[0]) =>
				void textAt(doc, 'situation').insert(0, WORDS[name as keyof typeof WORDS])
		};
		await meeting.app.documents.change([write]);
	}
	await meeting.say(dana, 'ask-reveal', { step, fields: ['situation'], of: null });
});
afterEach(() => meeting.end());

const show = (who: keyof typeof WORDS, as: 'named' | 'anonymous') =>
	meeting.say(people[who], 'reveal', { step, field: 'situation', as, keep: false });
const shown = () => meeting.read('room', (doc) => roomDocument(doc).reveals.toArray());
const presented = () => meeting.read('room', (doc) => roomDocument(doc).stage.get(THE)!.presented);

test('S11 answers without a name wait for three, come together, and no shared byte tells whose they are', async () => {
	await show('ana', 'anonymous');
	await show('ben', 'anonymous');
	const release = () => meeting.say(dana, 'release-anonymous', { step, field: 'situation' });
	await expect(release()).rejects.toMatchObject({ reason: 'conflict' });
	expect(await shown()).toEqual([]);
	await show('cleo', 'anonymous');
	await release();
	const reveals = await shown();
	expect(reveals.map(({ lines }) => lines.join()).sort()).toEqual(Object.values(WORDS).sort());
	for (const one of reveals) expect([one.person, one.name]).toEqual([null, null]);
	const authors = await meeting.read('desk', (doc) => [...deskDocument(doc).authors.values()]);
	expect(authors.sort()).toEqual(Object.values(people).sort());
});

test('S12 only its author takes an answer back, and then it is gone for everyone', async () => {
	await show('ana', 'named');
	const [one] = await shown();
	const take = (by: PersonId) => meeting.say(by, 'take-back', { reveal: one!.id });
	await expect(take(people.ben)).rejects.toMatchObject({ reason: 'not-found' });
	await expect(take(dana)).rejects.toMatchObject({ reason: 'not-found' });
	await take(people.ana);
	expect(await shown()).toEqual([]);
});

test('an answer that nobody asks for is not shown', async () => {
	await meeting.say(dana, 'ask-reveal', { stop: true });
	await expect(show('ana', 'named')).rejects.toMatchObject({ reason: 'conflict' });
});

test('the facilitator alone chooses which shown answers stand on the stage, and in which order', async () => {
	await show('ana', 'named');
	await show('ben', 'named');
	const ids = (await shown()).map(({ id }) => id);
	const present = (by: PersonId, reveals: RevealId[]) =>
		meeting.say(by, 'present', { reveals, question: 'What do you notice?' });
	await expect(present(people.ana, ids)).rejects.toMatchObject({ reason: 'not-allowed' });
	await present(dana, [...ids].reverse());
	expect(await presented()).toEqual({ reveals: [...ids].reverse(), question: 'What do you notice?' });
	await meeting.say(people.ana, 'take-back', { reveal: ids[0]! });
	await expect(present(dana, ids)).rejects.toMatchObject({ reason: 'conflict' });
	await present(dana, []);
	expect(await presented()).toBeNull();
});

test('a nudge reaches one member alone', async () => {
	await meeting.say(dana, 'nudge', { person: people.ana });
	await expect(meeting.say(people.ben, 'nudge', { person: people.ana })).rejects.toMatchObject({
		reason: 'not-allowed'
	});
	const kinds = (owner: PersonId) =>
		meeting.read(
			'line',
			(doc) =>
				lineDocument(doc)
					.lines.toArray()
					.map(({ kind }) => kind),
			owner
		);
	expect([await kinds(people.ana), await kinds(people.ben)]).toEqual([['nudge'], []]);
});
