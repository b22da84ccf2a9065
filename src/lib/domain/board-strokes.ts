import { newBoardId, type BoardDocument, type Spot, type StrokeValue } from './board.ts';
import { packInk, shiftInk, unpackInk, type Ink, type InkPoint } from './board-ink.ts';
import { isPen, type PenName } from './board-pens.ts';
import type { PersonId } from './ids.ts';

/** A whole stroke, its pieces joined. */
export interface Stroke extends Omit<StrokeValue, 'bytes' | 'marker'> {
	id: string;
	marker: boolean;
	ink: Ink;
}

/** A stroke's pieces stand under `<id>`, `<id>.1`, `<id>.2`... */
export const pieceKey = (stroke: string, piece: number) => (piece === 0 ? stroke : `${stroke}.${piece}`);
export const strokeOfKey = (key: string) => key.split('.', 1)[0]!;

const WIDTH_MOST = 100;
const PIECES_MOST = 1000;

/** The piece in `value`, or null when it is not one: anyone in the room may have written it. */
function readPiece(value: unknown): StrokeValue | null {
	if (typeof value !== 'object' || value === null) return null;
	const piece = value as Partial<StrokeValue>;
	if (!(piece.bytes instanceof Uint8Array) || !isPen(piece.pen)) return null;
	if (piece.by !== null && typeof piece.by !== 'string') return null;
	if (typeof piece.sheet !== 'string' || !Number.isSafeInteger(piece.turn)) return null;
	if (typeof piece.width !== 'number' || !(piece.width > 0 && piece.width <= WIDTH_MOST)) return null;
	return piece as StrokeValue;
}

/** The stroke with this id, or null when none of it can be read. */
export function readStroke(board: BoardDocument, id: string): Stroke | null {
	const first = readPiece(board.strokes.get(id));
	const ink = first && unpackInk(first.bytes);
	if (!first || !ink) return null;
	for (let piece = 1; piece < PIECES_MOST && board.strokes.has(pieceKey(id, piece)); piece++) {
		const next = readPiece(board.strokes.get(pieceKey(id, piece)));
		const more = next && next.by === first.by ? unpackInk(next.bytes) : null;
		if (!more) break;
		// A piece begins with the last point of the piece before it.
		ink.points = ink.points.concat(more.points.slice(1));
	}
	const { by, sheet, pen, width, turn } = first;
	return { id, by, sheet, pen, width, turn, marker: first.marker === true, ink };
}

/** Every stroke, in the order in which they lie on each other: the same for everyone. */
export function strokesOf(board: BoardDocument): Stroke[] {
	const ids = new Set([...board.strokes.keys()].map(strokeOfKey));
	return [...ids]
		.map((id) => readStroke(board, id))
		.filter((stroke) => stroke !== null)
		.sort(inLayers);
}

export const inLayers = (a: Stroke, b: Stroke) => a.turn - b.turn || (a.id < b.id ? -1 : 1);

export interface NewStroke {
	by: PersonId | null;
	sheet: string;
	pen: PenName;
	width: number;
	marker: boolean;
	turn: number;
}

/** Writes one piece of a stroke. A caller wraps what belongs together in one transaction. */
export function putPiece(board: BoardDocument, key: string, stroke: NewStroke & { ink: Ink }): void {
	const { by, sheet, pen, width, turn } = stroke;
	const value: StrokeValue = { by, sheet, pen, width, turn, bytes: packInk(stroke.ink) };
	board.strokes.set(key, stroke.marker ? { ...value, marker: true } : value);
}

export function addStroke(board: BoardDocument, stroke: NewStroke & { ink: Ink }): string {
	const id = newBoardId();
	putPiece(board, id, stroke);
	return id;
}

export function removeStroke(board: BoardDocument, id: string): void {
	for (const key of keysOf(board, id)) board.strokes.delete(key);
}

export function shiftStroke(
	board: BoardDocument,
	id: string,
	by: { dx: number; dy: number; sheet?: string }
): void {
	rewrite(board, id, (piece, ink) => ({
		...piece,
		sheet: by.sheet ?? piece.sheet,
		bytes: packInk(shiftInk(ink, by.dx, by.dy))
	}));
}

export function recolourStroke(board: BoardDocument, id: string, pen: PenName): void {
	rewrite(board, id, (piece) => ({ ...piece, pen }));
}

/** Puts every point of an own stroke where `to` says: larger, smaller or turned. */
export function reshapeStroke(board: BoardDocument, id: string, to: (spot: Spot) => Spot): void {
	rewrite(board, id, (piece, { points, pressed }) => {
		const moved = points.map(([x, y, pressure]): InkPoint => {
			const spot = to({ x, y });
			return [spot.x, spot.y, pressure];
		});
		return { ...piece, bytes: packInk({ points: moved, pressed }) };
	});
}

function rewrite(
	board: BoardDocument,
	id: string,
	change: (piece: StrokeValue, ink: Ink) => StrokeValue
): void {
	for (const key of keysOf(board, id)) {
		const piece = readPiece(board.strokes.get(key));
		const ink = piece && unpackInk(piece.bytes);
		if (ink) board.strokes.set(key, change(piece, ink));
	}
}

function keysOf(board: BoardDocument, id: string): string[] {
	const keys: string[] = [];
	for (let piece = 0; piece < PIECES_MOST && board.strokes.has(pieceKey(id, piece)); piece++)
		keys.push(pieceKey(id, piece));
	return keys;
}
