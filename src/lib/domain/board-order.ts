import * as Y from 'yjs';
import type { BoardDocument } from './board.ts';

/**
 * The order in which a board came to be: each thing counts one on from the latest that its author saw, whoever made
 * that. No clock is asked, since those of two people never agree.
 */
export function nextTurn(board: BoardDocument): number {
	let latest = latestBesideInk(board);
	for (const value of board.strokes.values()) latest = Math.max(latest, turnIn(value, 'turn'));
	return after(latest);
}

/** The latest of the notes and shapes. */
export function latestBesideInk(board: BoardDocument): number {
	let latest = 0;
	for (const note of board.notes.values()) {
		if (note instanceof Y.Map) latest = Math.max(latest, turnOf(note.get('born')));
	}
	for (const shape of board.shapes.values()) latest = Math.max(latest, turnIn(shape, 'born'));
	return latest;
}

export const after = (turn: number) => Math.min(turn + 1, Number.MAX_SAFE_INTEGER);

/** What stands there as a turn, or 0: anyone in the room may have written it. */
export const turnOf = (value: unknown): number =>
	Number.isSafeInteger(value) && (value as number) > 0 ? (value as number) : 0;

const turnIn = (thing: unknown, key: 'turn' | 'born') =>
	typeof thing === 'object' && thing !== null ? turnOf((thing as Record<string, unknown>)[key]) : 0;
