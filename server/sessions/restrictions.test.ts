import { afterEach, beforeEach, expect, test } from 'vitest';
import { textAt } from '../../src/lib/domain/answer-places.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { deskDocument, roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** What is each person's own, or for facilitators alone, stays so when something else is given out than was planned. */

let meeting: Meeting;
let people: PersonId[];
const sheet = (more: object) => ({ ...newStep('worksheet', 'therapy'), ...more }) as Step;
const shown = sheet({ sharing: 'reveal' });
const alone = sheet({ sharing: 'private' });
const unread = sheet({ sharing: 'private', facilitatorReads: 'no' });
beforeEach(async () => {
	meeting = await startMeeting({ steps: [shown, alone, unread] });
	people = await meeting.letIn('Ana', 'Ben');
	await meeting.say(meeting.dana.id, 'go-to-step', { step: shown.id });
});
afterEach(() => meeting.end());

const give = (step: Step, exercise: string) =>
	meeting.say(meeting.dana.id, 'tailor', { step: step.id, person: people[0]!, exercise });

test.each(['coping-plan', 'chain-analysis', 'meal-log'])(
	'%s is given to one member only where nothing of the sheet is shown',
	async (exercise) => {
		await expect(give(shown, exercise)).rejects.toMatchObject({ reason: 'not-allowed' });
		await give(alone, exercise);
		const tailored = await meeting.read('desk', (doc) => [...deskDocument(doc).tailored.values()]);
		expect(tailored).toEqual([exercise]);
	}
);

test('the meal log is given only where facilitators read it', async () => {
	await expect(give(unread, 'meal-log')).rejects.toMatchObject({ reason: 'not-allowed' });
	await give(unread, 'coping-plan');
});

test.each(['coping-plan', 'chain-analysis', 'meal-log', 'session-pulse'])(
	'%s is no sheet for a room of a few',
	async (exercise) => {
		await expect(
			meeting.say(meeting.dana.id, 'open-breakouts', {
				rooms: [people],
				minutes: 5,
				task: { kind: 'sheet', exercise }
			})
		).rejects.toMatchObject({ reason: 'not-allowed' });
		expect(await meeting.read('room', (doc) => roomDocument(doc).breakouts.size)).toBe(0);
	}
);

test('no answer of what is each person’s own is shown to the group, whoever asks', async () => {
	const [ana] = people as [PersonId];
	await meeting.say(meeting.dana.id, 'go-to-step', { step: alone.id });
	await give(alone, 'meal-log');
	const { document } = (await meeting.say(ana, 'open-sheet', { step: alone.id })) as { document: never };
	await meeting.app.documents.change([
		{ id: document, change: (doc) => textAt(doc, 'noticed').insert(0, 'mine') }
	]);
	await meeting.say(meeting.dana.id, 'ask-reveal', { step: alone.id, fields: ['noticed'], of: null });
	await expect(
		meeting.say(ana, 'reveal', { step: alone.id, field: 'noticed', as: 'named', keep: false })
	).rejects.toMatchObject({ reason: 'not-allowed', message: expect.stringContaining('each person’s own') });
	expect(await meeting.read('room', (doc) => roomDocument(doc).reveals.length)).toBe(0);
});
