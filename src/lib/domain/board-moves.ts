import { onSheet, type BoardDocument, type Place, type Spot } from './board.ts';
import type { PersonId } from './ids.ts';

/** Where somebody has put another's thing. It counts until the author moves the thing again. */
interface Move extends Spot {
	sheet: string;
	/** The author's `turn` that it moved the thing away from. */
	over: number;
	/** Rises with each such move: the latest counts. */
	again: number;
}

interface Size {
	width: number;
	height: number;
}

/** Where a thing lies: where its author put it, or where it was moved from there. */
export function placeOf(board: BoardDocument, id: string, own: Place): Place {
	const latest = movesOf(board, id)
		.filter((move) => move.over === own.turn)
		.reduce<Move | null>((best, move) => (best && best.again >= move.again ? best : move), null);
	return latest ? { x: latest.x, y: latest.y, sheet: latest.sheet, turn: own.turn } : own;
}

/** Moves another's thing, beside it: what is in it stays its author's. */
export function moveBeside(
	board: BoardDocument,
	id: string,
	to: Spot & { sheet: string; mover: PersonId; over: number }
): void {
	const again = Math.max(0, ...movesOf(board, id).map((move) => move.again)) + 1;
	const { x, y, sheet, over } = to;
	board.moves.set(`${id} ${to.mover}`, { x, y, sheet, over, again } satisfies Move);
}

/** A place as it stands in the document, or null when it is none. */
export function readPlace(value: unknown, size: Size): Place | null {
	const place = value as Partial<Place> | null;
	if (!isSpot(place) || typeof place.sheet !== 'string' || !Number.isSafeInteger(place.turn)) return null;
	return { ...onSheet(place, size), sheet: place.sheet, turn: place.turn! };
}

/** The moves of a thing by others, in the order of their keys: the same for everyone. */
function movesOf(board: BoardDocument, id: string): Move[] {
	const keys = [...board.moves.keys()].filter((key) => key.startsWith(`${id} `)).sort();
	return keys.map((key) => readMove(board.moves.get(key))).filter((move) => move !== null);
}

function readMove(value: unknown): Move | null {
	const move = value as Partial<Move> | null;
	if (!isSpot(move) || typeof move.sheet !== 'string') return null;
	if (!Number.isSafeInteger(move.over) || !Number.isSafeInteger(move.again)) return null;
	return { ...onSheet(move), sheet: move.sheet, over: move.over!, again: move.again! };
}

export const isSpot = <Some extends Partial<Spot>>(value: Some | null): value is Some & Spot =>
	typeof value === 'object' && value !== null && Number.isFinite(value.x) && Number.isFinite(value.y);
