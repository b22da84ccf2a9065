import { createSubscriber } from 'svelte/reactivity';
import type * as Y from 'yjs';
import type { Note } from '#lib/domain/board.ts';
import { apartDocument, NOTES_APART_MOST, type HandedIn } from '#lib/domain/board-apart.ts';
import { addNote, notesOf, removeNote } from '#lib/domain/board-notes.ts';
import type { NoteTint } from '#lib/domain/board-pens.ts';
import { dotsIn, dotsKey, type Voting } from '#lib/domain/board-votes.ts';
import type { PersonId } from '#lib/domain/ids.ts';

/** My own folder in a board's step, as my screen reads it. */
export class OwnNotes {
	readonly folder: ReturnType<typeof apartDocument>;
	readonly #doc: Y.Doc;
	readonly #person: PersonId;
	readonly #watch: () => void;

	constructor(doc: Y.Doc, person: PersonId) {
		this.#doc = doc;
		this.folder = apartDocument(doc);
		this.#person = person;
		this.#watch = createSubscriber((update) => {
			doc.on('update', update);
			return () => doc.off('update', update);
		});
	}

	/** In the order in which they were begun. */
	get notes(): Note[] {
		this.#watch();
		return notesOf(this.folder.board).sort((a, b) => a.born - b.born);
	}

	get hasWords(): boolean {
		return this.notes.some((note) => note.words.trim() !== '');
	}

	get isFull(): boolean {
		return this.notes.length >= NOTES_APART_MOST;
	}

	hasGiven(what: HandedIn): boolean {
		this.#watch();
		return this.folder.given.get(what) === true;
	}

	/** Ids of my notes that stand on the board without a name. */
	get nameless(): string[] {
		this.#watch();
		return [...this.folder.nameless.keys()];
	}

	/** How many of my dots lie on a note. */
	dotsOn(note: string, voting: Voting): number {
		return this.dots(voting).get(note) ?? 0;
	}

	dots(voting: Voting): Map<string, number> {
		this.#watch();
		return dotsIn(this.#doc, voting);
	}

	putDots(note: string, { round }: Voting, count: number): void {
		const { votes } = this.folder;
		if (count > 0) votes.set(dotsKey(round, note), count);
		else votes.delete(dotsKey(round, note));
	}

	add(tint: NoteTint): string {
		const note = { by: this.#person, kind: 'note' as const, sheet: '', spot: { x: 0, y: 0 }, tint };
		return addNote(this.folder.board, note);
	}

	remove(id: string): void {
		removeNote(this.folder.board, id);
	}
}
