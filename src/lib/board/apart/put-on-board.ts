import type * as Y from 'yjs';
import { boardDocument } from '#lib/domain/board.ts';
import { asItLies, inColumns } from '#lib/domain/board-arranging.ts';
import { addNote, notesOf } from '#lib/domain/board-notes.ts';
import { FIRST_SHEET } from '#lib/domain/board-sheets.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { OwnNotes } from './own-notes.svelte.ts';

/** Moves one of my private notes onto the board's first sheet, under my own name. */
export function putOnBoard(own: OwnNotes, id: string, to: { doc: Y.Doc; person: PersonId }): void {
	const note = own.notes.find((one) => one.id === id);
	if (!note) return;
	const board = boardDocument(to.doc);
	const there = notesOf(board).filter(({ place }) => place.sheet === FIRST_SHEET);
	const [spot] = inColumns([note], there.map(asItLies));
	const { kind, words, tint } = note;
	addNote(board, { kind, words, tint, sheet: FIRST_SHEET, by: to.person, spot: spot! });
	own.remove(id);
}
