import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import { boardDocument, type BoardDocument, type Note, type Spot } from '#lib/domain/board.ts';
import { addNote, moveNote, notesOf, readNote, removeNote, setTint } from '#lib/domain/board-notes.ts';
import type { NoteTint, PenName } from '#lib/domain/board-pens.ts';
import { inReadingOrder } from '#lib/domain/board-reading.ts';
import { addSheet, hideSheet, sheetsOf, showSheet, type Sheet } from '#lib/domain/board-sheets.ts';
import { removeStroke, shiftStroke, type Stroke } from '#lib/domain/board-strokes.ts';
import { templateOf } from '#lib/domain/board-templates.ts';
import { spotInZone, spotsBeside } from '#lib/domain/board-zones.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import { InkIndex } from './ink-index.ts';
import { OwnActs } from './own-acts.ts';

interface OpenWith {
	doc: Y.Doc;
	template: string;
	person: PersonId;
}

/** A board's document as the screen reads it, and the changes a person can make to it. */
export class BoardState {
	readonly board: BoardDocument;
	readonly acts: OwnActs;
	readonly ink: InkIndex;
	readonly person: PersonId;
	readonly #template: string;
	readonly #watchNotes: () => void;
	readonly #watchSheets: () => void;
	readonly #watchInk: () => void;
	readonly #watchActs: () => void;

	constructor({ doc, template, person }: OpenWith) {
		this.board = boardDocument(doc);
		this.acts = new OwnActs(doc);
		this.ink = new InkIndex(this.board);
		this.person = person;
		this.#template = template;
		const { notes, moves, sheets, hidden } = this.board;
		this.#watchNotes = createSubscriber((update) => watch([notes, moves], update));
		this.#watchSheets = createSubscriber((update) => watch([sheets, hidden], update));
		this.#watchInk = createSubscriber((update) => this.ink.onChange(update));
		this.#watchActs = createSubscriber((update) => this.acts.onChange(update));
	}

	get notes(): Note[] {
		this.#watchNotes();
		return notesOf(this.board);
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
		return readNote(this.board, id);
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

	countStrokes(sheet: string): number {
		this.#watchInk();
		return this.ink.on(sheet).length;
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

	moveNote(id: string, to: Spot & { sheet: string }): void {
		this.acts.act(() => moveNote(this.board, id, { ...to, mover: this.person }));
	}

	/** A step with an arrow key: several in a row are undone in one go. */
	nudgeNote(note: Note, dx: number, dy: number): void {
		const to = { x: note.place.x + dx, y: note.place.y + dy, sheet: note.place.sheet };
		this.acts.goOn(() => moveNote(this.board, note.id, { ...to, mover: this.person }));
	}

	/** Where a note goes that is put into a part of a sheet by name. */
	spotIn(sheet: string, zone: string, except?: string): Spot {
		return spotInZone(this.sheet(sheet).template, zone, spotsBeside(notesOf(this.board), sheet, except));
	}

	spotAnywhere(sheet: string, except?: string): Spot {
		const zones = templateOf(this.sheet(sheet).template).zones;
		return this.spotIn(sheet, zones[0]!.id, except);
	}

	setTint(id: string, tint: NoteTint): void {
		this.acts.act(() => setTint(this.board, id, tint));
	}

	/** Moves own strokes and movable notes together. */
	shift(ids: Iterable<string>, by: { dx: number; dy: number }): void {
		this.acts.act(() => {
			for (const id of ids) {
				const note = readNote(this.board, id);
				const to = note && { x: note.place.x + by.dx, y: note.place.y + by.dy, sheet: note.place.sheet };
				if (to) moveNote(this.board, id, { ...to, mover: this.person });
				else if (this.ink.get(id)?.by === this.person) shiftStroke(this.board, id, by);
			}
		});
	}

	/** Removes own work, which undo brings back, and for one who leads also others' work, which it does not. */
	remove(ids: Iterable<string>): void {
		const all = [...ids];
		const own = all.filter((id) => this.isOwn(id));
		const others = all.filter((id) => !this.isOwn(id));
		const take = (id: string) => {
			removeNote(this.board, id);
			removeStroke(this.board, id);
		};
		if (own.length > 0) this.acts.act(() => own.forEach(take));
		if (others.length > 0) this.acts.aside(() => others.forEach(take));
	}

	isOwn(id: string): boolean {
		return (readNote(this.board, id) ?? this.ink.get(id))?.by === this.person;
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
