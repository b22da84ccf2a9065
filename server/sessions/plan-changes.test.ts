import { afterEach, beforeEach, expect, test } from 'vitest';
import { newStep } from '../../src/lib/domain/plan-making.ts';
import { roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** What is planned anew while people are in the room already. */

let meeting: Meeting;
beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', 'check-in'] });
});
afterEach(() => meeting.end());

const about = () => meeting.read('room', (doc) => ({ ...roomDocument(doc).about.get('the')! }));

test('a step that is added while the room is open stands on its run sheet, and can be gone to', async () => {
	const { app, session, dana, steps } = meeting;
	const [ana] = await meeting.letIn('Ana');
	await meeting.say(dana.id, 'go-to-step', { step: steps[0]!.id });
	const board = { ...newStep('board', 'therapy'), title: 'What helped' };
	await app.schedule.savePlan(dana.asker, session, {
		title: 'A longer evening',
		plan: { steps: [...steps, board], keepChat: true }
	});
	expect(await about()).toMatchObject({ title: 'A longer evening', keepChat: true, state: 'open' });
	expect((await about()).steps.at(-1)).toMatchObject({ id: board.id, title: 'What helped', kind: 'board' });
	await meeting.say(dana.id, 'go-to-step', { step: board.id });
	expect(await app.rooms.stepOnStage(session)).toBe(board.id);
	expect((await app.rooms.standing(ana!, session)).standing).toBe('admitted');
});
