import type * as Y from 'yjs';
import { boardDocument, type Note } from './board.ts';
import { notesOf } from './board-notes.ts';

/**
 * What each does alone in a board's step, in a folder of their own, before the group sees it: notes that are
 * flipped together, and dots (S11). Nothing of it stands on the board before.
 */

/** How the notes will be shown is said before anybody writes, and stays so until they are flipped. */
export interface PrivateNotes {
	as: 'named' | 'anonymous';
	/** False once they were flipped, or writing was ended without it. */
	going: boolean;
}

/** A folder's root types. Facilitators do not read it: what is in it is the author's until it is flipped. */
export const apartDocument = (doc: Y.Doc) => ({
	/** The same shapes as on a board; only notes stand here. */
	board: boardDocument(doc),
	/** What its author has given to be shown, as the server noted it: for their own eyes. */
	given: doc.getMap<boolean>('given'),
	/** The author's notes that stand on the board without a name, by their ids there: they alone know. */
	nameless: doc.getMap<boolean>('nameless'),
	/** Dots by voting and note: board-votes.ts. */
	votes: doc.getMap<number>('votes')
});

/** What is handed in: notes to be flipped, dots to be counted. */
export type HandedIn = 'notes' | 'votes';

/** So many notes of one person are flipped at once; more stay where they are. */
export const NOTES_APART_MOST = 12;

/** The notes of a folder that have words, in the order in which they were begun. */
export function notesApart(doc: Y.Doc): Note[] {
	const written = notesOf(boardDocument(doc)).filter((note) => note.words.trim() !== '');
	return written.toSorted((a, b) => a.born - b.born).slice(0, NOTES_APART_MOST);
}
