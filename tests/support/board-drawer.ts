import * as Y from 'yjs';
import { OwnActs } from '../../src/lib/board/own-acts.ts';
import { boardDocument, type Note } from '../../src/lib/domain/board.ts';
import {
	addNote,
	moveNote,
	notesOf,
	removeNote,
	setTint,
	shapeNote,
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
	strokesOf,
	recolourStroke,
	reshapeStroke
} from '../../src/lib/domain/board-strokes.ts';
import { bringBack, isPutAway, putAway } from '../../src/lib/domain/board-put-away.ts';
import { isLocked, lock, unlock } from '../../src/lib/domain/board-locks.ts';
import {
	isKeptFromAll,
	letAllErase,
	letOwnersErase,
	mayAllErase
} from '../../src/lib/domain/board-erasing.ts';
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
	acts = this.#ownActs();
	readonly othersDeleted: string[] = [];
	/** How often something that only some may do, or that anyone did to another's, was done. */
	readonly done = { erasedOthers: 0, locked: 0, allowed: 0, putAway: 0, shaped: 0, begunAnew: 0 };
	#erasesOthers = false;

	constructor(random: () => number, leads: boolean) {
		this.random = random;
		this.leads = leads;
		this.#listen();
	}

	/** A reload: a new document and client id, nothing to undo. */
	reload(): void {
		this.#beginWith(Y.encodeStateAsUpdate(this.doc));
	}

	/** What the page does when something of it was refused: it goes on with what the server has. */
	beginAnew(state: Uint8Array): void {
		this.done.begunAnew += 1;
		this.#beginWith(state);
	}

	#ownActs(): OwnActs {
		const { doc } = this;
		return new OwnActs(doc, (id) => !this.leads && isLocked(boardDocument(doc), id));
	}

	#beginWith(state: Uint8Array): void {
		this.acts.destroy();
		this.doc = new Y.Doc();
		Y.applyUpdate(this.doc, state, 'server');
		this.acts = this.#ownActs();
		this.#listen();
	}

	#listen(): void {
		Drawer.people.set(this.doc.clientID, this.person);
		this.doc.on('afterTransaction', (transaction) => {
			if (!transaction.local || this.#erasesOthers) return;
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

	/** Does something as its page would let it; answers whether that was to take away what another made. */
	somethingRandom(): boolean {
		const { board, acts, person } = this;
		const isFree = ({ id }: { id: string }) => this.leads || !isLocked(board, id);
		const notes = notesOf(board).filter(isFree);
		const shapes = shapesOf(board).filter(isFree);
		const ownNote = this.pick(notes.filter((note) => note.by === person));
		const ownStroke = this.pick(strokesOf(board).filter((stroke) => isFree(stroke) && stroke.by === person));
		const anyNote = this.pick(notes.filter((note) => this.leads || note.by === person));
		const ownShape = this.pick(shapes.filter((shape) => shape.by === person));
		const anyShape = this.pick(shapes.filter((shape) => this.leads || shape.by === person));
		const others = this.othersToErase();
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
			() => ownNote && this.shape(ownNote),
			() => ownStroke && acts.act(() => recolourStroke(board, ownStroke.id, 'plum')),
			() =>
				ownStroke &&
				acts.goOn(() => reshapeStroke(board, ownStroke.id, ({ x, y }) => ({ x: x + 5, y: y * 1.1 }))),
			...Array.from({ length: 3 }, () => () => others.length > 0 && this.eraseOthers(others)),
			...Array.from({ length: 8 }, () => () => this.leads && this.leadSomething()),
			() => acts.undo(),
			() => acts.undo(),
			() => acts.redo()
		];
		const before = this.done.erasedOthers;
		this.pick(things)!();
		return this.done.erasedOthers > before;
	}

	/** Makes a note larger or smaller, and turns it. */
	shape({ id, place }: Note): void {
		this.done.shaped += 1;
		const [scale, angle] = [0.4 + this.random() * 4, this.random() * 720];
		this.acts.act(() => shapeNote(this.board, id, { scale, angle, spot: place, mover: this.person }));
	}

	/** What others made that this person may take away, because who leads lets everyone erase there. */
	othersToErase(): string[] {
		const { board } = this;
		const placed = [...notesOf(board), ...shapesOf(board)].map(({ id, by, place }) => ({ id, by, ...place }));
		return [...placed, ...strokesOf(board)]
			.filter(({ by, sheet }) => by !== this.person && mayAllErase(board, sheet))
			.filter(({ id, sheet }) => !isKeptFromAll(board, id, sheet))
			.map(({ id }) => id);
	}

	eraseOthers(ids: readonly string[]): void {
		const id = this.pick([...ids])!;
		this.done.erasedOthers += 1;
		this.#erasesOthers = true;
		this.acts.aside(() => {
			removeNote(this.board, id);
			removeShape(this.board, id);
			removeStroke(this.board, id);
		});
		this.#erasesOthers = false;
	}

	/** Lets everyone erase or stops it, locks and unlocks, puts away and brings back. */
	leadSomething(): void {
		const { board, acts, done } = this;
		const id = this.pick([...notesOf(board), ...shapesOf(board), ...strokesOf(board)])?.id;
		const isAllowed = mayAllErase(board, '1');
		const acting: (() => unknown)[] = [
			() => acts.aside(() => (isAllowed ? letOwnersErase : letAllErase)(board, '1')),
			() => id && acts.aside(() => (isLocked(board, id) ? unlock : lock)(board, [id])),
			() => id && acts.aside(() => (isPutAway(board, id) ? bringBack : putAway)(board, [id]))
		];
		const which = Math.floor(this.random() * acting.length);
		acting[which]!();
		if (which === 0) done.allowed += 1;
		if (id && which === 1) done.locked += 1;
		if (id && which === 2) done.putAway += 1;
	}
}
