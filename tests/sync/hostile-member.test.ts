import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '../../src/lib/domain/board.ts';
import { addNote, moveNote, readNote } from '../../src/lib/domain/board-notes.ts';
import { addSheet, hideSheet, sheetsOf, showSheet } from '../../src/lib/domain/board-sheets.ts';
import { addStroke, putPiece } from '../../src/lib/domain/board-strokes.ts';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { updateMessage } from '../../src/lib/protocol/messages.ts';
import { auditRows } from '../../server/store/audit-log.ts';
import {
	ANY,
	craftUpdate,
	inRoot,
	inType,
	number,
	STRING,
	text,
	TYPE,
	values
} from '../support/crafted-update.ts';
import type { RawClient } from '../support/raw-client.ts';
import { SyncHarness } from '../support/sync-harness.ts';

const ana = newId<'person'>();
const ben = newId<'person'>();
const lea = newId<'person'>();

let harness: SyncHarness;
let board: DocumentHead;
let attacker: RawClient;
beforeEach(async () => {
	harness = await SyncHarness.start();
	harness.server.access.leaders.add(lea);
	board = await harness.make('board');
	attacker = await harness.join(ben, board.id);
});
afterEach(() => harness.close());

const ink = { points: [[10, 10, 0.5] as [number, number, number]], pressed: false };
const stroke = (by: PersonId | null) => ({
	...{ by, sheet: '1', pen: 'teal' as const, width: 8, marker: false, turn: 1, ink }
});
const note = (by: PersonId | null) => ({
	by,
	kind: 'note' as const,
	sheet: '1',
	spot: { x: 0, y: 0 },
	words: 'hi'
});
const contents = () => harness.server.documents.read(board.id, (doc) => JSON.stringify(doc.toJSON()));

/** Somebody's own work on the board, in the documents of everyone. */
async function workOf(person: PersonId, change: (doc: Y.Doc) => void): Promise<RawClient> {
	const author = await harness.join(person, board.id);
	author.edit(change);
	await author.until(() => author.acknowledged === 2);
	return author;
}

/** What a raw frame comes to: refused, audited under the word, nothing changed. */
async function expectBreach(breach: string, attack: () => void | Promise<void>): Promise<void> {
	const before = await contents();
	await attack();
	expect(await attacker.closed).toBe(CLOSE.REFUSED);
	expect(await contents()).toBe(before);
	await expect
		.poll(async () => (await auditRows(harness.ground.store.db)).at(-1))
		.toMatchObject({ person: ben, action: 'update.refused', object: board.id, detail: breach });
}

describe('R57 P27 nobody writes on a board in another’s name, by raw frames', () => {
	test.each<[string, (doc: Y.Doc) => void]>([
		['a stroke', (doc) => void addStroke(boardDocument(doc), stroke(ana))],
		['a note', (doc) => void addNote(boardDocument(doc), note(ana))],
		['a sheet', (doc) => void addSheet(boardDocument(doc), { by: ana, template: 'blank' })],
		['a name that is no text', (doc) => void boardDocument(doc).strokes.set('x', { by: 7 })],
		['no name at all', (doc) => void boardDocument(doc).strokes.set('x', { by: undefined })]
	])('%s', (_what, change) => expectBreach('foreign-name', () => attacker.edit(change)));

	test('a note of one’s own that changes its author later', async () => {
		attacker.edit((doc) => void addNote(boardDocument(doc), note(ben)));
		await attacker.until(() => attacker.acknowledged === 2);
		await expectBreach('foreign-name', () =>
			attacker.edit((doc) => {
				const { notes } = boardDocument(doc);
				(notes.get([...notes.keys()][0]!) as Y.Map<unknown>).set('by', ana);
			})
		);
	});

	test('an author written twice, so that the second counts', () =>
		expectBreach('foreign-name', () => {
			const twice = (encoder: Parameters<ReturnType<typeof number>>[0]) => {
				number(1)(encoder);
				number(118)(encoder);
				number(2)(encoder);
				for (const name of [ben, ana]) {
					text('by')(encoder);
					number(119)(encoder);
					text(name)(encoder);
				}
			};
			attacker.send(
				updateMessage(
					craftUpdate([
						{ client: attacker.doc.clientID, clock: 0, structs: [inRoot('strokes', ANY, twice, 'x')] }
					])
				)
			);
		}));

	test('several values under one key, of which the last counts', () =>
		expectBreach('foreign-name', () => {
			const { clientID } = attacker.doc;
			const structs = [
				inRoot('notes', TYPE, number(1), 'mine'),
				inType([clientID, 0], ANY, values(ben, ana), 'by')
			];
			attacker.send(updateMessage(craftUpdate([{ client: clientID, clock: 0, structs }])));
		}));

	test('a name hidden in another kind of content', () =>
		expectBreach('foreign-name', () => {
			const { clientID } = attacker.doc;
			const structs = [
				inRoot('notes', TYPE, number(1), 'mine'),
				inType([clientID, 0], STRING, text(ana), 'by')
			];
			attacker.send(updateMessage(craftUpdate([{ client: clientID, clock: 0, structs }])));
		}));

	test('not even one who leads', async () => {
		attacker = await harness.join(lea, board.id);
		attacker.edit((doc) => void addNote(boardDocument(doc), note(ana)));
		expect(await attacker.closed).toBe(CLOSE.REFUSED);
	});

	test('under one’s own name, or none, everything is taken', async () => {
		attacker.edit((doc) => void addNote(boardDocument(doc), note(ben)));
		attacker.edit((doc) => void addStroke(boardDocument(doc), stroke(ben)));
		attacker.edit((doc) => void addNote(boardDocument(doc), note(null)));
		attacker.edit((doc) => void addSheet(boardDocument(doc), { by: ben, template: 'blank' }));
		await attacker.until(() => attacker.acknowledged === 5);
	});
});

describe('R57 P28 S07 members write nothing where facilitators alone do, by raw frames', () => {
	test('a sheet is put away by who leads, and by nobody else', async () => {
		await workOf(lea, (doc) => hideSheet(boardDocument(doc), '1'));
		expect(
			await harness.server.documents.read(board.id, (doc) => sheetsOf(boardDocument(doc), 'blank')[0])
		).toMatchObject({ hidden: true });
		await expectBreach('leaders-only', () =>
			attacker.edit((doc) => hideSheet(boardDocument(doc), 'another'))
		);
	});

	test('a sheet that was put away stays so', async () => {
		const facilitator = await workOf(lea, (doc) => hideSheet(boardDocument(doc), '1'));
		await attacker.until(() => boardDocument(attacker.doc).hidden.has('1'));
		await expectBreach('foreign-delete', () => attacker.edit((doc) => showSheet(boardDocument(doc), '1')));
		facilitator.edit((doc) => showSheet(boardDocument(doc), '1'));
		await facilitator.until(() => facilitator.acknowledged === 3);
	});

	test('who does not lead any more takes nothing back there', async () => {
		harness.server.access.leaders.add(ben);
		attacker.edit((doc) => hideSheet(boardDocument(doc), '1'));
		await attacker.until(() => attacker.acknowledged === 2);
		harness.server.access.leaders.delete(ben);
		await expectBreach('leaders-only', () => attacker.edit((doc) => showSheet(boardDocument(doc), '1')));
	});

	test.each(['beside it', 'within it'])(
		'another’s note is moved by its author or who leads: %s',
		async (where) => {
			let id = '';
			await workOf(ana, (doc) => void (id = addNote(boardDocument(doc), note(ana))));
			await attacker.until(() => readNote(boardDocument(attacker.doc), id) !== null);
			const to = { x: 500, y: 500, sheet: '1', mover: ben };
			await expectBreach(where === 'beside it' ? 'leaders-only' : 'foreign-type', () =>
				attacker.edit((doc) => {
					const theirs = boardDocument(doc).notes.get(id) as Y.Map<unknown>;
					if (where === 'beside it') moveNote(boardDocument(doc), id, to);
					else theirs.set('place', { x: 500, y: 500, sheet: '1', turn: 9 });
				})
			);
			await workOf(lea, (doc) => moveNote(boardDocument(doc), id, { ...to, mover: lea }));
		}
	);

	test('nobody takes the place of the next piece of another’s stroke', async () => {
		let id = '';
		const author = await workOf(ana, (doc) => void (id = addStroke(boardDocument(doc), stroke(ana))));
		await attacker.until(() => boardDocument(attacker.doc).strokes.has(id));
		await expectBreach('foreign-overwrite', () =>
			attacker.edit((doc) => putPiece(boardDocument(doc), `${id}.1`, stroke(ben)))
		);
		author.edit((doc) => putPiece(boardDocument(doc), `${id}.1`, stroke(ana)));
		await author.until(() => author.acknowledged === 3);
	});

	test('nobody buries the sheets of others: all of them are shown, and a flood is refused', async () => {
		await workOf(ana, (doc) => void addSheet(boardDocument(doc), { by: ana, template: 'blank' }));
		await expectBreach('too-many', () =>
			attacker.edit((doc) => {
				const { sheets } = boardDocument(doc);
				for (let n = 0; n < 70; n++) sheets.set(`s${n}`, { by: ben, template: 'blank', turn: -n });
			})
		);
		await workOf(ben, (doc) => {
			const { sheets } = boardDocument(doc);
			for (let n = 0; n < 30; n++) sheets.set(`s${n}`, { by: ben, template: 'blank', turn: -n });
		});
		const shown = await harness.server.documents.read(board.id, (doc) =>
			sheetsOf(boardDocument(doc), 'blank')
		);
		expect(shown.filter(({ by }) => by === ana)).toHaveLength(1);
	});
});

describe('a locked document refuses frames', () => {
	beforeEach(() => {
		harness.server.access.decide = (person, how) => how === 'read' || person === lea;
	});

	test('R23 an update is refused gently, is not audited as a breach, and changes nothing', async () => {
		attacker.edit((doc) => void addNote(boardDocument(doc), note(ben)));
		expect(await attacker.closed).toBe(CLOSE.LOCKED);
		expect(await contents()).toBe('{}');
		expect(await auditRows(harness.ground.store.db)).toEqual([]);
	});

	test('P36 no ink of theirs is shown under a moving pen, and what was shown is taken back', async () => {
		const watcher = await harness.join(ana, board.id);
		const seen = () => watcher.presence.get(attacker.doc.clientID)?.state;
		harness.server.access.decide = () => true;
		attacker.tellPresence({ ink: 'a line', laser: 'a trail', cursor: 1 });
		await watcher.until(() => seen()?.ink === 'a line' && seen()?.laser === 'a trail');
		harness.server.access.decide = (person, how) => how === 'read' || person === lea;
		harness.server.documents.recheck(harness.session);
		await watcher.until(() => seen()?.ink === undefined);
		expect(seen()).toEqual({ cursor: 1, person: ben });
		attacker.tellPresence({ ink: 'again', cursor: 2 }, 2);
		await watcher.until(() => seen()?.cursor === 2);
		expect(seen()).toEqual({ cursor: 2, person: ben });
	});
});

test('P37 nobody but those who lead brings everyone somewhere, and who stops leading does not any more', async () => {
	const watcher = await harness.join(ana, board.id);
	const seen = () => watcher.presence.get(attacker.doc.clientID)?.state;
	attacker.tellPresence({ view: 'sheet 2', cursor: 1 });
	await watcher.until(() => seen()?.cursor === 1);
	expect(seen()).toEqual({ cursor: 1, person: ben });
	harness.server.access.leaders.add(ben);
	attacker.tellPresence({ view: 'sheet 2', cursor: 2 }, 2);
	await watcher.until(() => seen()?.view === 'sheet 2');
	harness.server.access.leaders.delete(ben);
	harness.server.documents.recheck(harness.session);
	await watcher.until(() => seen()?.view === undefined);
	expect(seen()).toEqual({ cursor: 2, person: ben });
});

test('P07 many sockets at the same moment are no way around the limit', async () => {
	const all = Array.from({ length: 40 }, () => harness.raw(ana, board.id));
	const outcomes = await Promise.all(
		all.map((one) =>
			Promise.race([
				one.closed,
				one
					.until(() => one.frames.length > 0)
					.then(
						() => 'open',
						() => one.closed
					)
			])
		)
	);
	expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(16);
	expect(outcomes.filter((outcome) => outcome === CLOSE.TOO_MANY)).toHaveLength(24);
});
