import * as Y from 'yjs';
import { OwnActs } from '../../src/lib/board/own-acts.ts';
import { boardDocument } from '../../src/lib/domain/board.ts';
import {
	addNote,
	moveNote,
	notesOf,
	removeNote,
	setTint,
	wordsOf
} from '../../src/lib/domain/board-notes.ts';
import { addGroup, takeApart } from '../../src/lib/domain/board-groups.ts';
import { addShape, changeShape, moveShape, removeShape, shapesOf } from '../../src/lib/domain/board-shape.ts';
import { addSheet } from '../../src/lib/domain/board-sheets.ts';
import {
	addStroke,
	putPiece,
	removeStroke,
	shiftStroke,
	strokesOf
} from '../../src/lib/domain/board-strokes.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';

/** Random numbers that are the same in every run of one seed. */
export function seeded(seed: number): () => number {
	return () => {
		seed = (seed + 0x6d2b79f5) | 0;
		let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** A person who does random things to their copy of a board. */
export class Drawer {
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
		const ownShape = this.pick(shapesOf(board).filter((shape) => shape.by === person));
		const anyShape = this.pick(shapesOf(board).filter((shape) => this.leads || shape.by === person));
		const spot = { x: this.random() * 1600, y: this.random() * 1000 };
		const ink = { points: [[spot.x, spot.y, 0.5] as [number, number, number]], pressed: false };
		const stroke = { by: person, sheet: '1', pen: 'teal' as const, width: 8, marker: false, turn: 1, ink };
		const shape = {
			...{
				by: person,
				kind: 'arrow' as const,
				stamp: null,
				pen: 'teal' as const,
				angle: 0,
				sheet: '1',
				spot
			},
			...{ span: { x: 200, y: 40 }, from: anyNote?.id ?? null, to: null }
		};
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
			() => acts.act(() => addShape(board, shape)),
			() => anyShape && acts.act(() => moveShape(board, anyShape.id, { ...spot, sheet: '1', mover: person })),
			() => ownShape && acts.goOn(() => changeShape(board, ownShape.id, { angle: 15, layer: 2 })),
			() => ownShape && acts.act(() => removeShape(board, ownShape.id)),
			() =>
				ownShape &&
				ownNote &&
				acts.act(() => addGroup(board, { by: person, things: [ownShape.id, ownNote.id] })),
			() => ownNote && acts.act(() => takeApart(board, [ownNote.id], (by) => by === person)),
			() => acts.act(() => addSheet(board, { by: person, template: 'blank' })),
			() => acts.undo(),
			() => acts.undo(),
			() => acts.redo()
		];
		this.pick(things)!();
	}
}
