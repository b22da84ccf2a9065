import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { boardDocument, type BoardDocument, type Box, type Note, type Spot } from '#lib/domain/board.ts';
import { groupsOf, withGroups, type Group } from '#lib/domain/board-groups.ts';
import {
	addShape,
	changeShape,
	moveShape,
	readShape,
	removeShape,
	shapesOf,
	type BoardShape,
	type NewShape
} from '#lib/domain/board-shape.ts';
import { boxAround, type Ends } from '#lib/domain/board-shape-path.ts';
import { boxOfNote } from '#lib/domain/board-note-size.ts';
import { isHeldAlong, letGo, shapeEnds, shapesInLayers } from '#lib/domain/board-things.ts';
import {
	addNote,
	moveNote,
	notesOf,
	readNote,
	removeNote,
	setNotePen,
	setTint,
	shapeNote
} from '#lib/domain/board-notes.ts';
import { isKeptFromAll, letAllErase, letOwnersErase, mayAllErase } from '#lib/domain/board-erasing.ts';
import { isLocked, lock, unlock } from '#lib/domain/board-locks.ts';
import { bringBack, isPutAway, putAway } from '#lib/domain/board-put-away.ts';
import type { SheetJson } from '#lib/domain/board-json.ts';
import type { NoteTint, PenName } from '#lib/domain/board-pens.ts';
import { bringableSheet } from '#lib/domain/board-restoring.ts';
import { inReadingOrder } from '#lib/domain/board-reading.ts';
import { addSheet, hideSheet, sheetsOf, showSheet, type Sheet } from '#lib/domain/board-sheets.ts';
import { recolourStroke, removeStroke, shiftStroke, type Stroke } from '#lib/domain/board-strokes.ts';
import { templateOf } from '#lib/domain/board-templates.ts';
import { spotInZone, takenBeside } from '#lib/domain/board-zones.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { InkIndex } from './ink-index.ts';
import { OwnActs } from './own-acts.ts';

interface OpenWith {
	doc: Y.Doc;
	template: string;
	person: PersonId;
	/** Whether I lead, at this moment. */
	leads?: () => boolean;
}

/** How far things are moved, in sheet units, and to which sheet when it is another. */
interface Shift {
	dx: number;
	dy: number;
	sheet?: string;
}

/** How a note is to lie. */
type NoteForm = Pick<Note, 'scale' | 'angle'> & { spot: Spot };

/** A board's document as the screen reads it, and the changes a person can make to it. */
export class BoardState {
	readonly board: BoardDocument;
	readonly acts: OwnActs;
	readonly ink: InkIndex;
	readonly person: PersonId;
	readonly #doc: Y.Doc;
	readonly #template: string;
	readonly #leads: () => boolean;
	readonly #watchNotes: () => void;
	readonly #watchShapes: () => void;
	readonly #watchSheets: () => void;
	readonly #watchLocks: () => void;
	readonly #watchInk: () => void;
	readonly #watchActs: () => void;

	constructor({ doc, template, person, leads = () => false }: OpenWith) {
		this.#doc = doc;
		this.board = boardDocument(doc);
		this.#leads = leads;
		this.acts = new OwnActs(doc, (id) => !leads() && isLocked(this.board, id));
		this.ink = new InkIndex(this.board, (stroke) => this.#isShown(stroke));
		this.person = person;
		this.#template = template;
		const { notes, shapes, moves, groups, sheets, hidden, locks, erasable } = this.board;
		this.#watchNotes = createSubscriber((update) => watch([notes, moves, hidden], update));
		// An arrow also moves with the notes that it is attached to.
		this.#watchShapes = createSubscriber((update) => watch([shapes, notes, moves, groups, hidden], update));
		this.#watchSheets = createSubscriber((update) => watch([sheets, hidden, erasable], update));
		this.#watchLocks = createSubscriber((update) => watch([locks], update));
		this.#watchInk = createSubscriber((update) => this.ink.onChange(update));
		this.#watchActs = createSubscriber((update) => this.acts.onChange(update));
	}

	get notes(): Note[] {
		this.#watchNotes();
		return notesOf(this.board).filter((note) => this.#isShown(note));
	}

	get sheets(): Sheet[] {
		this.#watchSheets();
		return sheetsOf(this.board, this.#template);
	}

	/** The sheet with this id; the first when it is gone. */
	sheet(id: string): Sheet {
		const { sheets } = this;
		return sheets.find((sheet) => sheet.id === id) ?? sheets[0]!;
	}

	/** Notes of a sheet in reading order. */
	notesOn(sheet: string): Note[] {
		return inReadingOrder(this.notes.filter((note) => note.place.sheet === sheet));
	}

	note(id: string): Note | null {
		this.#watchNotes();
		return this.#shown(readNote(this.board, id));
	}

	get shapes(): BoardShape[] {
		this.#watchShapes();
		return shapesInLayers(shapesOf(this.board)).filter((shape) => this.#isShown(shape));
	}

	/** Shapes of a sheet, in the order in which they are read out. */
	shapesOn(sheet: string): BoardShape[] {
		return inReadingOrder(this.shapes.filter((shape) => shape.place.sheet === sheet));
	}

	shape(id: string): BoardShape | null {
		this.#watchShapes();
		return this.#shown(readShape(this.board, id));
	}

	/** The ends of a shape as they are now: an arrow follows what it is attached to. */
	endsOf(shape: BoardShape): Ends {
		this.#watchShapes();
		return shapeEnds(this.board, shape);
	}

	/** The upright box around a thing. */
	boxOf(id: string): Box | null {
		const [note, shape, stroke] = [this.note(id), this.shape(id), this.stroke(id)];
		if (note) return boxOfNote(note);
		if (shape) return boxAround(shape, shapeEnds(this.board, shape));
		return stroke ? this.ink.boxOf(stroke) : null;
	}

	addShape(shape: Omit<NewShape, 'by'>): string {
		return this.acts.act(() => addShape(this.board, { ...shape, by: this.person }));
	}

	changeShape(id: string, change: Parameters<typeof changeShape>[2]): void {
		this.acts.act(() => changeShape(this.board, id, change));
	}

	/** Makes an own note larger or smaller, or turns it. */
	shapeNote(id: string, to: NoteForm): void {
		this.acts.act(() => shapeNote(this.board, id, { ...to, mover: this.person }));
	}

	/** A step of that with a key: several in a row are undone in one go. */
	stretchNote(id: string, to: NoteForm): void {
		this.acts.goOn(() => shapeNote(this.board, id, { ...to, mover: this.person }));
	}

	groupsOf(ids: readonly string[]): Group[] {
		this.#watchShapes();
		return groupsOf(this.board, ids);
	}

	/** A step with a key: several in a row are undone in one go. */
	stretch(id: string, change: Parameters<typeof changeShape>[2]): void {
		this.acts.goOn(() => changeShape(this.board, id, change));
	}

	/** These things and those that are grouped with them and still there. */
	withGroups(ids: readonly string[]): string[] {
		this.#watchShapes();
		return withGroups(this.board, ids).filter((id) => this.thing(id) !== null);
	}

	/** A note, shape or stroke; null when there is none of this id any more. */
	thing(id: string): Note | BoardShape | Stroke | null {
		return this.note(id) ?? this.shape(id) ?? this.stroke(id) ?? null;
	}

	/** Whether a thing was put away by someone who leads; then its author and those who lead alone see it. */
	isPutAway(id: string): boolean {
		this.#watchNotes();
		return isPutAway(this.board, id);
	}

	isLocked(id: string): boolean {
		this.#watchLocks();
		return isLocked(this.board, id);
	}

	/** Whether everyone may erase this thing, because someone who leads allows it on its sheet. */
	isErasable(id: string): boolean {
		this.#watchSheets();
		this.#watchLocks();
		const thing = this.thing(id);
		if (!thing) return false;
		const sheet = 'place' in thing ? thing.place.sheet : thing.sheet;
		return mayAllErase(this.board, sheet) && !isKeptFromAll(this.board, id, sheet);
	}

	/** For one who leads: whether everyone may erase what anyone made on a sheet. */
	setErasable(sheet: string, to: boolean): void {
		this.acts.aside(() => (to ? letAllErase : letOwnersErase)(this.board, sheet));
	}

	/** For one who leads. Undo leaves it alone, as it does what others did. */
	setLocked(ids: readonly string[], to: boolean): void {
		this.acts.aside(() => (to ? lock : unlock)(this.board, ids));
	}

	/** For one who leads. */
	setPutAway(ids: readonly string[], to: boolean): void {
		this.acts.aside(() => (to ? putAway : bringBack)(this.board, ids));
	}

	/** Everything on a sheet that one person drew by hand. */
	linesBy(person: PersonId | null, sheet: string): string[] {
		this.#watchInk();
		return this.ink.on(sheet).flatMap(({ id, by }) => (by === person ? id : []));
	}

	#isShown({ id, by }: Pick<Note, 'id' | 'by'>): boolean {
		return by === this.person || this.#leads() || !isPutAway(this.board, id);
	}

	#shown<Thing extends Pick<Note, 'id' | 'by'>>(thing: Thing | null): Thing | null {
		return thing && this.#isShown(thing) ? thing : null;
	}

	/** Whether a piece of a stroke stands in the document. */
	hasPiece(key: string): boolean {
		this.#watchInk();
		return this.board.strokes.has(key);
	}

	stroke(id: string): Stroke | undefined {
		this.#watchInk();
		return this.ink.get(id);
	}

	/** What of a sheet can be brought back. */
	bringable(sheet: Sheet): SheetJson {
		this.#watchNotes();
		this.#watchShapes();
		this.#watchInk();
		return bringableSheet(this.#doc, sheet);
	}

	/** Lines drawn by hand on a sheet, in the order in which they are read out. */
	strokesOn(sheet: string): Stroke[] {
		this.#watchInk();
		const lines = this.ink.on(sheet).map((stroke) => {
			const { left, top } = this.ink.boxOf(stroke);
			return { id: stroke.id, place: { x: left, y: top }, stroke };
		});
		return inReadingOrder(lines).map(({ stroke }) => stroke);
	}

	get mayUndo(): boolean {
		this.#watchActs();
		return this.acts.mayUndo;
	}

	get mayRedo(): boolean {
		this.#watchActs();
		return this.acts.mayRedo;
	}

	addNote(
		sheet: string,
		note: Pick<Note, 'kind'> & { spot: Spot; tint: NoteTint; pen: PenName; words?: string }
	): string {
		return this.acts.act(() => addNote(this.board, { ...note, sheet, by: this.person }));
	}

	/** Where a note goes that is put into a part of a sheet by name. */
	spotIn(sheet: string, zone: string, except: readonly string[] = []): Spot {
		return spotInZone(this.sheet(sheet).template, zone, takenBeside(notesOf(this.board), sheet, except));
	}

	spotAnywhere(sheet: string): Spot {
		const zones = templateOf(this.sheet(sheet).template).zones;
		return this.spotIn(sheet, zones[0]!.id);
	}

	/** Gives things another colour. Those of others, which one who leads alone may colour, undo leaves as they are. */
	recolour(ids: readonly string[], { tint, pen }: { tint?: NoteTint; pen?: PenName }): void {
		const colour = (id: string) => {
			const note = readNote(this.board, id);
			if (note?.kind === 'note' && tint) setTint(this.board, id, tint);
			if (note?.kind === 'text' && pen) setNotePen(this.board, id, pen);
			if (!note && pen && this.isOwn(id)) {
				changeShape(this.board, id, { pen });
				recolourStroke(this.board, id, pen);
			}
		};
		const [own, others] = [ids.filter((id) => this.isOwn(id)), ids.filter((id) => !this.isOwn(id))];
		if (own.length > 0) this.acts.act(() => own.forEach(colour));
		if (others.length > 0) this.acts.aside(() => others.forEach(colour));
	}

	/** Puts notes where each of these says, in one act. */
	arrange(places: ReadonlyMap<string, Spot>, sheet: string): void {
		this.acts.act(() => {
			for (const [id, spot] of places) moveNote(this.board, id, { ...spot, sheet, mover: this.person });
		});
	}

	/** Moves own strokes and movable notes and shapes together, also onto another sheet. */
	shift(ids: Iterable<string>, by: Shift): void {
		this.acts.act(() => this.#shift([...ids], by));
	}

	/** A step with an arrow key: several in a row are undone in one go. */
	nudge(ids: readonly string[], by: Shift): void {
		this.acts.goOn(() => this.#shift(ids, by));
	}

	#shift(ids: readonly string[], by: Shift): void {
		for (const id of ids) {
			if (this.ink.get(id)?.by === this.person) shiftStroke(this.board, id, by);
			const shape = readShape(this.board, id);
			if (shape && shape.by === this.person && !isHeldAlong(shape, ids)) letGo(this.board, shape);
			const place = readNote(this.board, id)?.place ?? readShape(this.board, id)?.place;
			if (!place) continue;
			const { x, y, sheet } = place;
			const to = { x: x + by.dx, y: y + by.dy, sheet: by.sheet ?? sheet, mover: this.person };
			moveNote(this.board, id, to);
			moveShape(this.board, id, to);
		}
	}

	/** Removes own work, which undo brings back, and where I may also others' work, which it does not. */
	remove(ids: Iterable<string>): void {
		const all = [...ids];
		const own = all.filter((id) => this.isOwn(id));
		const others = all.filter((id) => !this.isOwn(id));
		const take = (id: string) => {
			removeNote(this.board, id);
			removeShape(this.board, id);
			removeStroke(this.board, id);
		};
		if (own.length > 0) this.acts.act(() => own.forEach(take));
		if (others.length > 0) this.acts.aside(() => others.forEach(take));
	}

	isOwn(id: string): boolean {
		const thing = readNote(this.board, id) ?? readShape(this.board, id) ?? this.ink.get(id);
		return thing?.by === this.person;
	}

	addSheet(template: string): string {
		return this.acts.act(() => addSheet(this.board, { by: this.person, template }));
	}

	hideSheet(id: string, isHidden: boolean): void {
		this.acts.aside(() => (isHidden ? hideSheet(this.board, id) : showSheet(this.board, id)));
	}

	close(): void {
		this.ink.close();
		this.acts.destroy();
	}
}

function watch(maps: Y.Map<unknown>[], update: () => void): () => void {
	for (const map of maps) map.observeDeep(update);
	return () => maps.forEach((map) => map.unobserveDeep(update));
}
