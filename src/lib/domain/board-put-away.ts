import type { BoardDocument } from './board.ts';

/** Notes, shapes, pictures and lines that someone who leads has put away: their author and those who lead see them, and they are not kept (S07). */

export const isPutAway = (board: BoardDocument, id: string): boolean => board.hidden.get(id) === true;

export function putAway(board: BoardDocument, ids: readonly string[]): void {
	for (const id of ids) board.hidden.set(id, true);
}

export function bringBack(board: BoardDocument, ids: readonly string[]): void {
	for (const id of ids) board.hidden.delete(id);
}
