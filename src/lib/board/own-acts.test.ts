import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { boardJson } from '#lib/domain/board-json.ts';
import { addNote, moveNote, notesOf, removeNote, setTint, wordsOf } from '#lib/domain/board-notes.ts';
import { addSheet } from '#lib/domain/board-sheets.ts';
import { addStroke, putPiece, removeStroke, shiftStroke, strokesOf } from '#lib/domain/board-strokes.ts';
import { newId, type PersonId } from '#lib/domain/ids.ts';
import { OwnActs } from './own-acts.ts';

/** Random numbers that are the same in every run of one seed. */
function seeded(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

class Drawer {
	readonly person = newId<'person'>() as PersonId;
	readonly leads: boolean;
	readonly random: () => number;
	/** Every client id this person ever had, of all people: the server knows the same. */
	static people = new Map<number, PersonId>();
	doc = new Y.Doc();
	acts = new OwnActs(this.doc);
	readonly othersDeleted: string[] = [];

	constructor(random: () => number, leads: boolean) {
		this.random = random;
		this.leads = leads;
		this.#listen();
	}

	/** A reload: a new document and client id, nothing to undo. */
	reload(): void {
		const state = Y.encodeStateAsUpdate(this.doc);
		this.acts.destroy();
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, state, 'server');
		this.acts = new OwnActs(this.doc);
		this.#listen();
	}

	#listen(): void {
		Drawer.people.set(this.doc.clientID, this.person);
		this.doc.on('afterTransaction', (transaction) => {
			if (!transaction.local) return;
			for (const client of transaction.deleteSet.clients.keys())
				if (Drawer.people.get(client) !== this.person) this.othersDeleted.push(`${client}`);
		});
	}

	get board() {
		return boardDocument(this.doc);
	}

	pick<Thing>(things: Thing[]): Thing | undefined {
		return things[Math.floor(this.random() * things.length)];
	}

	somethingRandom(): void {
		const { board, acts, person } = this;
		const ownNote = this.pick(notesOf(board).filter((note) => note.by === person));
		const ownStroke = this.pick(strokesOf(board).filter((stroke) => stroke.by === person));
		const anyNote = this.pick(notesOf(board).filter((note) => this.leads || note.by === person));
		const spot = { x: this.random() * 1600, y: this.random() * 1000 };
		const ink = { points: [[spot.x, spot.y, 0.5] as [number, number, number]], pressed: false };
		const stroke = { by: person, sheet: '1', pen: 'teal' as const, width: 8, marker: false, turn: 1, ink };
		const words = ownNote && wordsOf(board, ownNote.id);
		const things: (() => unknown)[] = [
			() => acts.act(() => addStroke(board, stroke)),
			() => {
				acts.beginLongAct();
				const id = acts.act(() => addStroke(board, stroke));
				acts.act(() => putPiece(board, `${id}.1`, stroke));
				acts.endLongAct();
			},
			() => acts.act(() => addNote(board, { by: person, kind: 'note', sheet: '1', spot, words: 'hello' })),
			() => words && acts.goOn(() => words.insert(Math.floor(this.random() * words.length), 'abc')),
			() => words && words.length > 2 && acts.goOn(() => words.delete(1, 2)),
			() => anyNote && acts.act(() => moveNote(board, anyNote.id, { ...spot, sheet: '1', mover: person })),
			() => ownNote && acts.act(() => setTint(board, ownNote.id, 'sky')),
			() => ownNote && acts.act(() => removeNote(board, ownNote.id)),
			() => ownStroke && acts.act(() => removeStroke(board, ownStroke.id)),
			() => ownStroke && acts.act(() => shiftStroke(board, ownStroke.id, { dx: 4, dy: 2 })),
			() => acts.act(() => addSheet(board, { by: person, template: 'blank' })),
			() => acts.undo(),
			() => acts.undo(),
			() => acts.redo()
		];
		this.pick(things)!();
	}
}

/** What stands on the board from people other than `person`: their words and ink, not where a leader put them. */
function workOfOthers(doc: Y.Doc, person: PersonId): string {
	const board = boardDocument(doc);
	const notes = notesOf(board).filter((note) => note.by !== person);
	const strokes = strokesOf(board).filter((stroke) => stroke.by !== person);
	return JSON.stringify([
		notes.map(({ id, words, tint }) => [id, words, tint]).sort(),
		strokes.map(({ id, ink }) => [id, ink]).sort()
	]);
}

test('five people who draw, write, move, undo and lose the network end with the same board', () => {
	for (let seed = 1; seed <= 40; seed++) {
		const random = seeded(seed);
		const people = Array.from({ length: 5 }, (_, index) => new Drawer(random, index === 0));
		const server = new Y.Doc();
		const sync = (drawer: Drawer) => {
			Y.applyUpdate(server, Y.encodeStateAsUpdate(drawer.doc, Y.encodeStateVector(server)));
			Y.applyUpdate(drawer.doc, Y.encodeStateAsUpdate(server, Y.encodeStateVector(drawer.doc)), 'server');
		};
		for (let round = 0; round < 120; round++) {
			const drawer = people[Math.floor(random() * people.length)]!;
			const before = workOfOthers(drawer.doc, drawer.person);
			drawer.somethingRandom();
			expect(workOfOthers(drawer.doc, drawer.person)).toBe(before);
			if (random() < 0.3) sync(drawer);
			if (random() < 0.05) drawer.reload();
		}
		for (const drawer of [...people, ...people]) sync(drawer);
		const boards = people.map((drawer) => JSON.stringify(boardJson(drawer.doc, { template: 'blank' })));
		expect(new Set(boards).size, `seed ${seed}`).toBe(1);
		// What the guard lets a person delete (R57): their own structs. Nobody here asked for more.
		expect(
			people.flatMap((drawer) => drawer.othersDeleted),
			`seed ${seed}`
		).toEqual([]);
	}
});

test('a long stroke committed in pieces is undone, redone and erased as one', () => {
	const drawer = new Drawer(Math.random, false);
	const { board, acts, person } = drawer;
	const line = (from: number) => ({
		points: [0, 1, 2].map((step) => [from + step * 10, 5, 0.5] as [number, number, number]),
		pressed: false
	});
	const stroke = { by: person, sheet: '1', pen: 'ink' as const, width: 8, marker: false, turn: 1 };
	acts.beginLongAct();
	const id = acts.act(() => addStroke(board, { ...stroke, ink: line(0) }));
	acts.act(() => putPiece(board, `${id}.1`, { ...stroke, ink: line(20) }));
	acts.endLongAct();
	expect(strokesOf(board)[0]!.ink.points.map(([x]) => x)).toEqual([0, 10, 20, 30, 40]);
	acts.undo();
	expect(board.strokes.size).toBe(0);
	acts.redo();
	expect(strokesOf(board)[0]!.ink.points).toHaveLength(5);
	acts.act(() => removeStroke(board, id));
	expect(board.strokes.size).toBe(0);
});

test('undo of a move does nothing once the author has moved the note again', () => {
	const [dana, ana] = [new Drawer(Math.random, true), new Drawer(Math.random, false)];
	const both = () => {
		Y.applyUpdate(dana.doc, Y.encodeStateAsUpdate(ana.doc), 'server');
		Y.applyUpdate(ana.doc, Y.encodeStateAsUpdate(dana.doc), 'server');
	};
	const note = { by: ana.person, kind: 'note' as const, sheet: '1', spot: { x: 0, y: 0 }, words: 'mine' };
	const id = ana.acts.act(() => addNote(ana.board, note));
	both();
	dana.acts.act(() => moveNote(dana.board, id, { x: 300, y: 0, sheet: '1', mover: dana.person }));
	both();
	ana.acts.act(() => moveNote(ana.board, id, { x: 700, y: 0, sheet: '1', mover: ana.person }));
	both();
	dana.acts.undo();
	both();
	expect(notesOf(ana.board)[0]!.place.x).toBe(700);
});
