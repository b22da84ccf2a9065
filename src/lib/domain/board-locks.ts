import type { BoardDocument } from './board.ts';

/** Things that stay as they are: the server takes no change of them from a member, whosever they are, but that an author takes them back whole (P29). */

export const isLocked = (board: BoardDocument, id: string): boolean => board.locks.has(id);

export function lock(board: BoardDocument, ids: readonly string[]): void {
	for (const id of ids) board.locks.set(id, true);
}

export function unlock(board: BoardDocument, ids: readonly string[]): void {
	for (const id of ids) board.locks.delete(id);
}
