import type { BoardDocument } from './board.ts';
import { isLocked } from './board-locks.ts';
import { readNote } from './board-notes.ts';
import { isPutAway } from './board-put-away.ts';
import { readShape } from './board-shape.ts';
import { readStroke } from './board-strokes.ts';

/**
 * Sheets on which everyone may erase what anyone made, as long as someone who leads allows it. What is locked or put
 * away stays all the same, and a sheet that is added or brought back begins without it (P38).
 */
export const mayAllErase = (board: BoardDocument, sheet: string): boolean =>
	board.erasable.get(sheet) === true;

export function letAllErase(board: BoardDocument, sheet: string): void {
	board.erasable.set(sheet, true);
}

export function letOwnersErase(board: BoardDocument, sheet: string): void {
	board.erasable.delete(sheet);
}

/** What can be erased. */
export const THING_KINDS = ['strokes', 'notes', 'shapes'] as const;
export type ThingKind = (typeof THING_KINDS)[number];

/** The sheet that a thing of this kind lies on, or null when it cannot be read. Two kinds can have one id: anyone may write them. */
export function sheetOfThing(board: BoardDocument, kind: ThingKind, id: string): string | null {
	if (kind === 'strokes') return readStroke(board, id)?.sheet ?? null;
	return (kind === 'notes' ? readNote(board, id) : readShape(board, id))?.place.sheet ?? null;
}

/** Whether a thing stays although everyone may erase on its sheet. */
export const isKeptFromAll = (board: BoardDocument, id: string, sheet: string): boolean =>
	isLocked(board, id) || isPutAway(board, id) || board.hidden.get(sheet) === true;
