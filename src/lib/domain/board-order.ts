import * as Y from 'yjs';
import type { BoardDocument } from './board.ts';

/**
 * The order in which a board came to be: each thing counts one on from the latest that its author saw, whoever made
 * that. No clock is asked, since those of two people never agree.
 */
export function nextTurn(board: BoardDocument): number {
	let latest = latestNote(board);
	for (const value of board.strokes.values()) latest = Math.max(latest, turnIn(value));
	return after(latest);
}

export function latestNote(board: BoardDocument): number {
	let latest = 0;
	for (const note of board.notes.values()) {
		if (note instanceof Y.Map) latest = Math.max(latest, turnOf(note.get('born')));
	}
	return latest;
}

export const after = (turn: number) => Math.min(turn + 1, Number.MAX_SAFE_INTEGER);

/** What stands there as a turn, or 0: anyone in the room may have written it. */
export const turnOf = (value: unknown): number =>
	Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;

const turnIn = (stroke: unknown) =>
	typeof stroke === 'object' && stroke !== null ? turnOf((stroke as { turn?: unknown }).turn) : 0;
