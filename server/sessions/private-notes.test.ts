import { afterEach, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { apartDocument } from '../../src/lib/domain/board-apart.ts';
import { addNote, notesOf } from '../../src/lib/domain/board-notes.ts';
import type { DocumentId, PersonId, StepId } from '../../src/lib/domain/ids.ts';
import { canOpen } from '../../src/lib/domain/policy.ts';
import { deskDocument } from '../../src/lib/domain/room.ts';
import { type Meeting, startMeeting } from '../../tests/support/meeting.ts';
import { clientsOf } from '../store/documents.ts';

/** Notes that each writes alone on a board's step, and that are flipped together. */

const WORDS = { ana: 'I hide when it is loud', ben: 'I count the tiles', cleo: 'I call my sister' };
type Who = keyof typeof WORDS;
let meeting: Meeting;
let step: StepId;
let dana: PersonId;
let people: Record<Who, PersonId>;

beforeEach(async () => {
	meeting = await startMeeting();
	dana = meeting.dana.id;
	const [ana, ben, cleo] = (await meeting.letIn('Ana', 'Ben', 'Cleo')) as [PersonId, PersonId, PersonId];
	people = { ana, ben, cleo };
	step = meeting.steps[3]!.id;
	await meeting.say(dana, 'go-to-step', { step });
});
afterEach(() => meeting.end());

const begin = (as: 'named' | 'anonymous' | 'over') => meeting.say(dana, 'write-privately', { step, as });
const handIn = (who: Who, given = true) =>
	meeting.say(people[who], 'hand-in', { step, what: 'notes', given });
const flip = (by = dana) => meeting.say(by, 'flip-notes', { step });
const onBoard = () => meeting.read('board', (doc) => notesOf(boardDocument(doc)));
const inFolder = (who: Who) =>
	meeting.read('folder', (doc) => notesOf(boardDocument(doc)).map(({ words }) => words), people[who]);

async function write(who: Who, words: string = WORDS[who]) {
	const { document } = (await meeting.say(people[who], 'open-sheet', { step })) as { document: DocumentId };
	const note = { by: people[who], kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 }, words };
	await meeting.app.documents.change([
		{ id: document, change: (doc) => void addNote(boardDocument(doc), { ...note, tint: 'lilac' }) }
	]);
}

test('S11 an unflipped note stands in its author’s folder, which nobody else may open', async () => {
	await begin('named');
	await write('ana');
	expect(await onBoard()).toEqual([]);
	const [folder] = await meeting.heads('folder');
	expect(folder).toMatchObject({ owner: people.ana, readers: [], step });
	for (const kind of ['therapy', 'peer'] as const) {
		const state = { groupKind: kind, locked: false, readable: true, attention: 'follow' } as const;
		const others = [dana, people.ben].map((person) => ({
			...{ person, staff: person === dana, standing: 'admitted' as const, attended: true },
			place: person === dana ? ('facilitator' as const) : ('member' as const)
		}));
		for (const other of others) expect(canOpen(other, 'read', folder!, state)).toBe(false);
	}
	await expect(meeting.say(dana, 'open-folder', { step, person: people.ana })).rejects.toMatchObject({
		reason: 'not-allowed'
	});
});

test('only what was handed in is flipped, all at once, with names and as its authors’ own', async () => {
	await begin('named');
	for (const who of ['ana', 'ben', 'cleo'] as const) await write(who);
	await expect(flip()).rejects.toMatchObject({ reason: 'conflict' });
	await handIn('ana');
	await handIn('ben');
	await handIn('ben', false);
	await handIn('cleo');
	await expect(flip(people.ana)).rejects.toMatchObject({ reason: 'not-allowed' });
	await flip();
	const notes = await onBoard();
	expect(notes.map(({ by, words }) => [by, words])).toEqual([
		[people.ana, WORDS.ana],
		[people.cleo, WORDS.cleo]
	]);
	expect(new Set(notes.map(({ place }) => `${place.x} ${place.y}`)).size).toBe(2);
	expect([await inFolder('ana'), await inFolder('ben')]).toEqual([[], [WORDS.ben]]);
	await expect(flip()).rejects.toMatchObject({ reason: 'conflict' });
});

test('S11 notes without names wait for three people, come together, and no byte of the board tells whose they are', async () => {
	await begin('anonymous');
	for (const who of ['ana', 'ben', 'cleo'] as const) await write(who);
	await write('ana', 'and I sleep badly');
	await handIn('ana');
	await handIn('ben');
	await expect(flip()).rejects.toMatchObject({ reason: 'conflict' });
	expect(await onBoard()).toEqual([]);
	expect(await inFolder('ana')).toHaveLength(2);
	await handIn('cleo');
	await flip();
	const notes = await onBoard();
	expect(notes.map(({ words }) => words).sort()).toEqual(
		[...Object.values(WORDS), 'and I sleep badly'].sort()
	);
	expect(new Set(notes.map(({ by, tint }) => `${by} ${tint}`))).toEqual(new Set(['null sun']));
	const board = (await meeting.heads('board'))[0]!.id;
	const bytes = await meeting.app.documents.read(board, (doc) => Y.encodeStateAsUpdate(doc));
	for (const person of Object.values(people)) {
		expect(Buffer.from(bytes).includes(person)).toBe(false);
		expect(JSON.stringify(await meeting.read('room', (doc) => doc.toJSON().reveals))).not.toContain(person);
	}
	const known = new Set((await clientsOf(meeting.app.store.db, board)).map(({ client }) => client));
	const writers = new Set(Y.decodeUpdate(bytes).structs.map(({ id }) => id.client));
	expect([...writers].filter((client) => known.has(client))).toEqual([]);
	expect(writers.size).toBe(1);
});

test('S12 the author of a note without a name takes it back, nobody else can, and no byte of it is left', async () => {
	await begin('anonymous');
	for (const who of ['ana', 'ben', 'cleo'] as const) {
		await write(who);
		await handIn(who);
	}
	await flip();
	const { id } = (await onBoard()).find(({ words }) => words === WORDS.ana)!;
	const take = (by: PersonId) => meeting.say(by, 'take-back-note', { step, note: id });
	for (const other of [people.ben, dana])
		await expect(take(other)).rejects.toMatchObject({ reason: 'not-found' });
	const own = await meeting.read('folder', (doc) => [...apartDocument(doc).nameless.keys()], people.ana);
	expect(own).toEqual([id]);
	await take(people.ana);
	expect((await onBoard()).map(({ words }) => words).sort()).toEqual([WORDS.ben, WORDS.cleo].sort());
	expect(await meeting.read('desk', (doc) => deskDocument(doc).authors.has(id))).toBe(false);
});

test('a consent was for one way of showing: it is asked anew when that changes', async () => {
	await begin('named');
	await write('ana');
	await handIn('ana');
	await begin('anonymous');
	await begin('named');
	await expect(flip()).rejects.toMatchObject({ reason: 'conflict' });
	expect(await inFolder('ana')).toEqual([WORDS.ana]);
	await begin('over');
	await expect(handIn('ana')).rejects.toMatchObject({ reason: 'conflict' });
});
