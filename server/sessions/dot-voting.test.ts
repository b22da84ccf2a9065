import { afterEach, beforeEach, expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { apartDocument } from '../../src/lib/domain/board-apart.ts';
import { addNote } from '../../src/lib/domain/board-notes.ts';
import { dotsKey } from '../../src/lib/domain/board-votes.ts';
import type { DocumentId, PersonId, StepId } from '../../src/lib/domain/ids.ts';
import { roomDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';

/** Dots on the notes of a board. */

let meeting: Meeting;
let step: StepId;
let dana: PersonId;
let people: PersonId[];
let notes: string[];

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	people = await meeting.letIn('Ana', 'Ben', 'Cleo');
	step = meeting.steps[3]!.id;
	await meeting.say(dana, 'go-to-step', { step });
	const board = (await meeting.heads('board'))[0]!.id;
	const note = { by: dana, kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 } };
	await meeting.app.documents.change([
		{
			id: board,
			change: (doc) => {
				notes = ['walks', 'music'].map((words) => addNote(boardDocument(doc), { ...note, words }));
			}
		}
	]);
	await meeting.say(dana, 'lead-voting', { step, to: { dots: 3 } });
});
afterEach(() => meeting.end());

const voting = () => meeting.read('room', (doc) => roomDocument(doc).voting.get(step));
const show = (by = dana) => meeting.say(by, 'show-votes', { step });

/** Puts dots into a person's own folder, as their browser would, and hands them in. */
async function vote(person: PersonId, dots: Record<string, number>, round?: number) {
	const { document } = (await meeting.say(person, 'open-sheet', { step })) as { document: DocumentId };
	const of = round ?? (await voting())!.round;
	await meeting.app.documents.change([
		{
			id: document,
			change: (doc) => {
				for (const [note, count] of Object.entries(dots))
					apartDocument(doc).votes.set(dotsKey(of, note), count);
			}
		}
	]);
	await meeting.say(person, 'hand-in', { step, what: 'votes', given: true });
}

test('S10 S11 dots are counted once three people have handed theirs in, and the room never learns whose they are', async () => {
	const [walks, music] = notes as [string, string];
	await vote(people[0]!, { [walks]: 2, [music]: 1 });
	await vote(people[1]!, { [walks]: 3 });
	await expect(show()).rejects.toMatchObject({ reason: 'conflict' });
	expect((await voting())!.shown).toBeNull();
	await vote(people[2]!, { [music]: 2 });
	await expect(show(people[0])).rejects.toMatchObject({ reason: 'not-allowed' });
	await show();
	expect((await voting())!.shown).toEqual({ people: 3, counts: { [walks]: 5, [music]: 3 } });
	const board = await meeting.read('board', (doc) => JSON.stringify(doc.toJSON()));
	for (const person of people) expect(board).not.toContain(person);
	// Counted once: what changes afterwards changes nothing.
	await expect(vote(people[0]!, { [music]: 3 })).rejects.toMatchObject({ reason: 'conflict' });
	await expect(show()).rejects.toMatchObject({ reason: 'conflict' });
});

test('nobody has more dots than were given, whatever stands in their folder', async () => {
	const [walks, music] = notes as [string, string];
	await vote(people[0]!, { [walks]: 1000, [music]: 1000, 'no such note': 1000 });
	await vote(people[1]!, { [walks]: 1, [music]: -5 });
	await vote(people[2]!, { [walks]: 1, [music]: 0.5 });
	await show();
	const counts = (await voting())!.shown!.counts;
	expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(5);
	expect(Object.keys(counts)).not.toContain('no such note');
});

test('a new voting begins from nothing: dots of the one before are not counted again', async () => {
	const [walks] = notes as [string];
	const first = (await voting())!.round;
	for (const person of people) await vote(person, { [walks]: 3 });
	await meeting.say(dana, 'lead-voting', { step, to: { dots: 1 } });
	expect((await voting())!.round).toBeGreaterThan(first);
	await expect(vote(people[0]!, { [walks]: 1 }, first)).rejects.toMatchObject({ reason: 'invalid' });
	await expect(show()).rejects.toMatchObject({ reason: 'conflict' });
	await meeting.say(dana, 'lead-voting', { step, to: 'over' });
	expect(await voting()).toBeUndefined();
});
