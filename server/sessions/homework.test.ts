import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Homework that is set from the room. */

let meeting: Meeting;
let dana: PersonId, ana: PersonId, ben: PersonId;

beforeEach(async () => {
	meeting = await startMeeting({ steps: ['arrive', 'worksheet'] });
	dana = meeting.dana.id;
	[ana, ben] = (await meeting.letIn('Ana', 'Ben')) as [PersonId, PersonId];
});
afterEach(() => meeting.end());

const wish = { exercise: 'worry-tree', words: 'Once is enough.', due: '2030-05-07', for: null, isRead: true };
const set = (by: PersonId, more: Partial<typeof wish> | { for: PersonId } = {}) =>
	meeting.say(by, 'set-homework', { ...wish, ...more }).then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);
const mine = (person: PersonId) => meeting.app.homeworks.mine({ person, staff: false });
const setAt = () => meeting.read('room', (doc) => roomDocument(doc).homework.get(THE) ?? 0);

test('S21 a facilitator sets homework in the room, until the end of a day on the group’s clocks', async () => {
	expect(await setAt()).toBe(0);
	expect(await set(dana)).toBe('done');
	const [one] = await mine(ana);
	// 23:00 in London, in summer.
	expect(one).toMatchObject({
		exercise: 'worry-tree',
		dueAt: Date.UTC(2030, 4, 7, 22),
		session: meeting.session
	});
	expect(await mine(ben)).toHaveLength(1);
	expect(await setAt()).toBeGreaterThan(0);
});

test('what is set for one is theirs, and the room names nobody', async () => {
	await set(dana, { for: ana });
	expect([await mine(ana), await mine(ben)].map((all) => all.length)).toEqual([1, 0]);
	const said = await meeting.read('room', (doc) => JSON.stringify(roomDocument(doc).homework.toJSON()));
	expect(said).not.toContain(ana);
});

test('S05 what asks about safety is refused here too, and members set nothing', async () => {
	expect(await set(dana, { exercise: 'phq-9' })).toBe('not-allowed');
	expect(await set(ana)).toBe('not-allowed');
	expect(await set(dana, { due: 'soon' })).toBe('invalid');
	expect(await mine(ana)).toEqual([]);
});
