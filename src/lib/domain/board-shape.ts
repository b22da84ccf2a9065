import { newBoardId, SHEET_HEIGHT, SHEET_WIDTH } from './board.ts';
import type { BoardDocument, Place, Spot } from './board.ts';
import { layerOf } from './board-layers.ts';
import { moveBeside, placeOf } from './board-moves.ts';
import { nextTurn, turnOf } from './board-order.ts';
import { isPen, type PenName } from './board-pens.ts';
import { isStamp, type StampName } from './board-stamps.ts';
import { PICTURE_WORDS_MOST } from './board-pictures.ts';
import { parseId, type PersonId, type PictureId } from './ids.ts';

export type ShapeKind = 'rectangle' | 'ellipse' | 'line' | 'arrow' | 'stamp' | 'picture';

/** What a shape looks like and how large it is, without where it lies. */
export interface ShapeForm {
	kind: ShapeKind;
	/** What is stamped; null for everything else. */
	stamp: StampName | null;
	/** What is shown, by its id; for a picture alone. */
	picture?: PictureId | undefined;
	/** What a picture shows, in its author's words. */
	alt?: string | undefined;
	pen: PenName;
	/** From its place to the opposite corner, or from one end of a line to the other. */
	span: Spot;
	/** Turned by so many degrees around its middle. Lines are not turned, their ends are moved. */
	angle: number;
	/** Things that the ends of an arrow are attached to. */
	from: string | null;
	to: string | null;
}

/** A rectangle, ellipse, line, arrow, stamp or picture on the board. */
export interface BoardShape extends ShapeForm {
	id: string;
	by: PersonId | null;
	/** Its place in the order in which the board came to be: board-order.ts. */
	born: number;
	place: Place;
	/** Higher lies over lower; new things begin at 0. */
	layer: number;
}

/** As it stands in the document. `moved` rises each time its author moves it. */
interface ShapeValue extends Spot {
	by: PersonId | null;
	sheet: string;
	kind: ShapeKind;
	pen: PenName;
	dx: number;
	dy: number;
	angle: number;
	layer: number;
	born: number;
	moved: number;
	stamp?: StampName;
	picture?: PictureId;
	alt?: string;
	from?: string;
	to?: string;
}

export const SHAPE_KINDS: readonly ShapeKind[] = [
	'rectangle',
	'ellipse',
	'line',
	'arrow',
	'stamp',
	'picture'
];
export const isLine = (kind: ShapeKind): kind is 'line' | 'arrow' => kind === 'line' || kind === 'arrow';

/** Smaller than this nobody can take hold of it. */
const LEAST = 16;

export type NewShape = ShapeForm & { by: PersonId | null; sheet: string; spot: Spot; layer?: number };

export function addShape(board: BoardDocument, { spot, ...shape }: NewShape): string {
	const id = newBoardId();
	const { sheet, layer = 0 } = shape;
	write(board, { ...shape, id, born: nextTurn(board), place: { ...spot, sheet, turn: 0 }, layer });
	return id;
}

/** Changes an own shape: the author's word is one value, replaced whole. */
export function changeShape(
	board: BoardDocument,
	id: string,
	change: Partial<
		Pick<BoardShape, 'span' | 'angle' | 'layer' | 'pen' | 'from' | 'to' | 'alt'> & { spot: Spot }
	>
): void {
	const shape = readShape(board, id);
	if (!shape) return;
	const { spot, ...look } = change;
	const place = spot ? { ...shape.place, ...spot, turn: shape.place.turn + 1 } : shape.place;
	write(board, { ...shape, ...look, place });
}

/** Moves a shape: its author in itself, anyone else (who may) beside it. Ends of an arrow that are attached stay so. */
export function moveShape(
	board: BoardDocument,
	id: string,
	to: Spot & { sheet: string; mover: PersonId }
): void {
	const shape = readShape(board, id);
	if (!shape) return;
	const { sheet, mover } = to;
	const spot = shapeOnSheet(to, shape.span);
	if (shape.by !== mover) return moveBeside(board, id, { ...spot, sheet, mover, over: shape.place.turn });
	write(board, { ...shape, place: { ...spot, sheet, turn: shape.place.turn + 1 } });
}

export function removeShape(board: BoardDocument, id: string): void {
	board.shapes.delete(id);
}

/** The shape with this id, or null when it cannot be read: anyone in the room may have written it. */
export function readShape(board: BoardDocument, id: string): BoardShape | null {
	const value = board.shapes.get(id) as Partial<ShapeValue> | undefined;
	if (typeof value !== 'object' || value === null) return null;
	if (!SHAPE_KINDS.includes(value.kind!) || typeof value.sheet !== 'string') return null;
	if (value.by !== null && typeof value.by !== 'string') return null;
	const numbers = [value.x, value.y, value.dx, value.dy, value.angle, value.moved];
	if (!numbers.every((number) => Number.isFinite(number))) return null;
	if (value.kind === 'stamp' && !isStamp(value.stamp)) return null;
	const picture = value.kind === 'picture' ? parseId<'picture'>(value.picture) : undefined;
	if (picture === null) return null;
	const { kind, x, y, sheet, moved } = value as ShapeValue;
	const span = spanWithin({ x: value.dx!, y: value.dy! }, kind);
	const place = placeOf(board, id, { x, y, sheet, turn: moved });
	return {
		id,
		born: turnOf(value.born),
		by: value.by as PersonId | null,
		kind,
		stamp: isStamp(value.stamp) ? value.stamp : null,
		...(picture && { picture, alt: wordsIn(value.alt) }),
		pen: isPen(value.pen) ? value.pen : 'ink',
		span,
		angle: value.angle! % 360,
		layer: layerOf(value.layer),
		from: typeof value.from === 'string' ? value.from : null,
		to: typeof value.to === 'string' ? value.to : null,
		place: { ...place, ...shapeOnSheet(place, span) }
	};
}

export function shapesOf(board: BoardDocument): BoardShape[] {
	return [...board.shapes.keys()].map((id) => readShape(board, id)).filter((shape) => shape !== null);
}

function write(board: BoardDocument, shape: BoardShape): void {
	const { by, kind, pen, place, angle, layer, born, stamp, picture, alt, from, to } = shape;
	const span = spanWithin(shape.span, kind);
	const { x, y } = shapeOnSheet(place, span);
	const value: ShapeValue = {
		...{ by, sheet: place.sheet, kind, pen, x, y, angle: Math.round(angle), layer, born, moved: place.turn },
		...{ dx: Math.round(span.x), dy: Math.round(span.y) },
		...(stamp && { stamp }),
		...(picture && { picture, alt: wordsIn(alt) }),
		...(from && { from }),
		...(to && { to })
	};
	board.shapes.set(shape.id, value);
}

const wordsIn = (alt: unknown): string => (typeof alt === 'string' ? alt.slice(0, PICTURE_WORDS_MOST) : '');

/** A box is never too small to be taken hold of; nothing is larger than a sheet. */
function spanWithin({ x, y }: Spot, kind: ShapeKind): Spot {
	const within = (value: number, most: number) =>
		isLine(kind) ? Math.min(Math.max(value, -most), most) : Math.min(Math.max(value, LEAST), most);
	return { x: within(x, SHEET_WIDTH), y: within(y, SHEET_HEIGHT) };
}

/** `spot` moved so that both ends of `span` are on the sheet. */
function shapeOnSheet(spot: Spot, span: Spot): Spot {
	const within = (value: number, along: number, most: number) =>
		Math.round(Math.min(Math.max(value, -along, 0), most - Math.max(along, 0)));
	return { x: within(spot.x, span.x, SHEET_WIDTH), y: within(spot.y, span.y, SHEET_HEIGHT) };
}
