import type * as Y from 'yjs';
import { boardDocument, type Note } from '#lib/domain/board.ts';
import { notesOf } from '#lib/domain/board-notes.ts';
import { isPutAway } from '#lib/domain/board-put-away.ts';
import { inReadingOrder } from '#lib/domain/board-reading.ts';
import { sheetsOf } from '#lib/domain/board-sheets.ts';
import { watchDocument } from '#lib/room/watch-document.ts';

/** The notes that the group sees on a board, sheet by sheet in reading order. */
export function shownNotes(doc: Y.Doc): () => Note[] {
	const board = boardDocument(doc);
	const watch = watchDocument(doc);
	return () => {
		watch();
		const notes = notesOf(board).filter(({ id, words }) => words.trim() !== '' && !isPutAway(board, id));
		return sheetsOf(board, '')
			.filter((sheet) => !sheet.hidden)
			.flatMap((sheet) => inReadingOrder(notes.filter((note) => note.place.sheet === sheet.id)));
	};
}
