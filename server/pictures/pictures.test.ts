import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { isInk } from '../../src/lib/domain/board-json.ts';
import { PICTURES_OF_A_PERSON } from '../../src/lib/domain/board-pictures.ts';
import { bringBack, putAway } from '../../src/lib/domain/board-put-away.ts';
import { addShape, removeShape } from '../../src/lib/domain/board-shape.ts';
import { hideSheet } from '../../src/lib/domain/board-sheets.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { newId, type PictureId } from '../../src/lib/domain/ids.ts';
import { WIPED_AFTER_MS } from '../../src/lib/domain/retention.ts';
import { TestEvening, type Name } from '../../tests/support/evening.ts';
import { openAccess, type OpenAccess } from '../../tests/support/open-access.ts';
import { plainPng } from '../../tests/support/png-file.ts';
import { BoardFiles } from '../artifacts/board-files.ts';
import { Retention } from '../artifacts/retention.ts';
import { openKept } from '../artifacts/sealed-artifact.ts';
import { versionsOf } from '../store/artifacts.ts';
import { auditRows } from '../store/audit-log.ts';
import { insertDocument } from '../store/documents.ts';
import { pictureRowsOf } from '../store/pictures.ts';
import { Pictures } from './pictures.ts';

const PLACE = 'GPS 53.2707N 9.0568W';
let evening: TestEvening;
let access: OpenAccess;
let board: DocumentHead;
let pictures: Pictures;

beforeEach(async () => {
	evening = await TestEvening.open();
	access = openAccess();
	access.leaders.add(evening.people.Dana);
	board = evening.write('board', { step: evening.step('What helps us') });
	const head = async (id: string) =>
		(await evening.papers.ofSession(evening.session.id)).find((one) => one.id === id) ?? null;
	pictures = new Pictures(evening.ground, {
		access,
		documents: { head, read: (id, look) => evening.papers.read(id, look) }
	});
});
afterEach(() => evening.close());

const at = (name: Name) => ({
	person: evening.people[name],
	session: evening.session.id,
	document: board.id
});
const put = (name: Name, colour = 120) => pictures.put(at(name), plainPng({ colour, words: PLACE }));
const theBoard = () => boardDocument(evening.papers.doc(board.id));
const show = (name: Name, picture: PictureId, alt = 'the harbour') =>
	addShape(theBoard(), {
		...{ by: evening.people[name], kind: 'picture', stamp: null, picture, alt, pen: 'ink', angle: 0 },
		...{ from: null, to: null, sheet: '1', spot: { x: 10, y: 10 }, span: { x: 320, y: 240 } }
	});
const sees = async (name: Name, picture: PictureId) => (await pictures.get(at(name), picture)) !== null;

describe('a picture on a board', () => {
	test('R44 R51 is kept sealed and without what was hidden in it, and is noted with its person (R27)', async () => {
		const { id, width, height } = await put('Ana');
		expect([width, height]).toEqual([64, 48]);
		const [row] = await pictureRowsOf(evening.ground.store.db, board.id);
		expect(row).toMatchObject({ person: evening.people.Ana, type: 'image/png' });
		expect(Buffer.from(row!.bytes_sealed).includes('IHDR')).toBe(false);
		const seen = (await pictures.get(at('Ana'), id))!.bytes;
		expect(seen.includes('IHDR')).toBe(true);
		expect(seen.includes(PLACE)).toBe(false);
		const noted = await auditRows(evening.ground.store.db);
		expect(noted.at(-1)).toMatchObject({ action: 'picture.put', person: evening.people.Ana });
	});

	test('is seen by the others once its author has put it on the board, and by nobody else once they erased it (S12)', async () => {
		const { id } = await put('Ana');
		expect(await sees('Ben', id)).toBe(false);
		const shape = show('Ana', id);
		for (const name of ['Ana', 'Ben', 'Dana'] as const) expect(await sees(name, id)).toBe(true);
		removeShape(theBoard(), shape);
		expect([await sees('Ben', id), await sees('Dana', id)]).toEqual([false, false]);
		// Undo brings it back.
		expect(await sees('Ana', id)).toBe(true);
	});

	test('S12 nobody else brings back what its author erased, nor shows it as their own', async () => {
		const { id } = await put('Ana');
		show('Ben', id);
		for (const name of ['Ben', 'Chris', 'Dana'] as const) expect(await sees(name, id)).toBe(false);
	});

	test('S07 put away, alone or with its sheet, its bytes reach no member but its author', async () => {
		const { id } = await put('Ana');
		const shape = show('Ana', id);
		putAway(theBoard(), [shape]);
		expect([await sees('Ben', id), await sees('Dana', id), await sees('Ana', id)]).toEqual([
			false,
			true,
			true
		]);
		bringBack(theBoard(), [shape]);
		expect(await sees('Ben', id)).toBe(true);
		hideSheet(theBoard(), '1');
		expect(await sees('Ben', id)).toBe(false);
	});

	test('R21 is unknown to those who may not read the board, on another board, and under a made-up id', async () => {
		const { id } = await put('Ana');
		show('Ana', id);
		expect(await pictures.get(at('Ben'), newId())).toBeNull();
		const other = evening.write('board', { step: evening.step('What helps us') });
		expect(await pictures.get({ ...at('Ana'), document: other.id }, id)).toBeNull();
		const sheet = evening.write('own', { owner: evening.people.Ana });
		await expect(pictures.get({ ...at('Ana'), document: sheet.id }, id)).rejects.toThrow('no such board');
		await expect(pictures.get({ ...at('Ana'), session: newId() }, id)).rejects.toThrow('no such board');
		access.decide = (person) => person !== evening.people.Ben;
		await expect(pictures.get(at('Ben'), id)).rejects.toThrow('no such board');
		await expect(put('Ben')).rejects.toThrow('no such board');
	});

	test('is not taken while drawing is paused, nor when a person has put as many as can be', async () => {
		access.decide = (_person, how) => how === 'read';
		await expect(put('Ana')).rejects.toThrow('paused');
		access.decide = () => true;
		const all = await Promise.allSettled(Array.from({ length: PICTURES_OF_A_PERSON + 3 }, () => put('Ana')));
		const taken = all.filter(({ status }) => status === 'fulfilled');
		expect(taken).toHaveLength(PICTURES_OF_A_PERSON);
		await expect(put('Ana')).rejects.toThrow('no room for more');
		await expect(put('Ben')).resolves.toBeDefined();
	});

	test('a session holds no more than its share from everyone together', async () => {
		const people: Name[] = ['Ana', 'Ben', 'Chris', 'Dana'];
		const all = people.flatMap((name) => Array.from({ length: PICTURES_OF_A_PERSON }, () => put(name)));
		const taken = (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled');
		expect(taken).toHaveLength(40);
	});
});

describe('a picture that is kept', () => {
	const ofBoard = async (name: Name) => {
		const { open } = await evening.artifacts.ofSession(evening.as(name), evening.session.id);
		const artifact = open.find(({ body }) => body.kind === 'board');
		if (artifact?.body.kind !== 'board') throw new Error('No board was kept.');
		return { ...artifact, board: artifact.body.board };
	};
	const dataOf = async (picture: PictureId) =>
		(await pictures.get(at('Ana'), picture))!.bytes.toString('base64');

	test('stands in what is saved of the board, with its words; what was erased or put away does not', async () => {
		const [{ id }, gone, away] = [await put('Ana'), await put('Ana', 60), await put('Ana', 90)];
		const [data, erased, hidden] = [await dataOf(id), await dataOf(gone.id), await dataOf(away.id)];
		show('Ana', id, 'the harbour at night');
		removeShape(theBoard(), show('Ana', gone.id));
		putAway(theBoard(), [show('Ana', away.id, 'put-away-canary')]);
		await evening.keep();
		const { board: kept, id: artifact } = await ofBoard('Ben');
		expect(kept.pictures).toEqual({ [id]: { type: 'image/png', data } });
		expect(JSON.stringify(kept)).not.toContain('canary');
		expect(JSON.stringify(kept)).not.toContain(erased);
		expect(JSON.stringify(kept)).not.toContain(hidden);
		const files = new BoardFiles(evening.ground, evening.reviews);
		const file = async (form: 'svg' | 'pdf' | 'txt') =>
			(await files.get(evening.as('Ben'), artifact, { form, sheet: 1 }))!.bytes;
		expect((await file('svg')).toString()).toContain(`href="data:image/png;base64,${data}"`);
		expect((await file('pdf')).includes('/Subtype /Image')).toBe(true);
		expect((await file('txt')).toString()).toContain('Ana: Picture: the harbour at night');
		// What was erased is not in the room's own store either.
		const left = (await pictureRowsOf(evening.ground.store.db, board.id)).map((row) => row.id);
		expect(left.toSorted()).toEqual([id, away.id].toSorted());
	});

	test('S12 taken back by its author it is gone for everyone else, from every version and from the room', async () => {
		const [mine, another] = [await put('Ana'), await put('Ben', 60)];
		const data = await dataOf(mine.id);
		show('Ana', mine.id, 'mine-canary');
		show('Ben', another.id);
		await evening.keep();
		const { id, mine: items } = await ofBoard('Ana');
		await evening.artifacts.withdraw(evening.as('Ana'), { artifact: id, item: items.find(isInk)! });
		const { board: left } = await ofBoard('Ben');
		expect(Object.keys(left.pictures ?? {})).toEqual([another.id]);
		const { db } = evening.ground.store;
		for (const row of await versionsOf(db, id)) {
			const words = JSON.stringify(openKept(evening.ground.vault, row));
			expect(words).not.toContain('canary');
			expect(words).not.toContain(data);
		}
		expect((await pictureRowsOf(db, board.id)).map(({ person }) => person)).toEqual([evening.people.Ben]);
	});

	test('R50 goes from the room with its papers, a day after sign-off', async () => {
		const { store, now } = evening.ground;
		const { readers: _readers, readsWhen, group, ...head } = board;
		const row = {
			...{ ...head, group_id: group, readers: '[]', reads_when: readsWhen },
			...{ epoch: 0, created_at: now(), quarantined_at: null }
		};
		await store.writer.commit([insertDocument(store.db, row)]);
		show('Ana', (await put('Ana')).id);
		await evening.keep();
		expect(await pictureRowsOf(store.db, board.id)).toHaveLength(1);
		await new Retention(evening.ground).clearRooms(now() + WIPED_AFTER_MS + 1);
		expect(await pictureRowsOf(store.db, board.id)).toEqual([]);
	});
});
