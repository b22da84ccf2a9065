import * as Y from 'yjs';
import { boardDocument } from './board.ts';
import { addNote, notesOf } from './board-notes.ts';
import { readPiece, strokeOfKey } from './board-strokes.ts';
import type { PersonId } from './ids.ts';

/** What of a person's work is in one copy of a board and not in another. */
export interface UnsentWork {
	strokes: string[];
	notes: string[];
}

/** What `person` made in `from` that `into` does not have: work that was set aside with a refused document. */
export function unsentWork(from: Y.Doc, into: Y.Doc, person: PersonId): UnsentWork {
	const [had, has] = [boardDocument(from), boardDocument(into)];
	const strokes = [...had.strokes.keys()].filter((key) => {
		const piece = readPiece(had.strokes.get(key));
		return piece?.by === person && !has.strokes.has(key);
	});
	const notes = notesOf(had).filter((note) => note.by === person && !has.notes.has(note.id));
	return { strokes, notes: notes.filter((note) => note.words.trim() !== '').map((note) => note.id) };
}

/** Makes that work again in `into`. */
export function bringBack(from: Y.Doc, into: Y.Doc, work: UnsentWork): void {
	const [had, has] = [boardDocument(from), boardDocument(into)];
	const notes = notesOf(had).filter((note) => work.notes.includes(note.id));
	into.transact(() => {
		for (const key of [...work.strokes].sort()) {
			const piece = readPiece(had.strokes.get(key));
			const isWhole = key === strokeOfKey(key) || has.strokes.has(strokeOfKey(key));
			if (piece && isWhole) has.strokes.set(key, piece);
		}
		for (const note of notes) addNote(has, { ...note, sheet: note.place.sheet, spot: note.place });
	});
}
