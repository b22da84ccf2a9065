import type { BoardDocument, Box, Spot } from './board.ts';
import { boxOfNote } from './board-note-size.ts';
import { notesOf, readNote } from './board-notes.ts';
import { changeShape, isLine, readShape, shapesOf, type BoardShape } from './board-shape.ts';
import { boxAround, endsOf, type Ends } from './board-shape-path.ts';

/** What an arrow can be attached to: notes, and shapes that have an inside. */
export function boxOfThing(board: BoardDocument, id: string): Box | null {
	const note = readNote(board, id);
	if (note) return boxOfNote(note);
	const shape = readShape(board, id);
	if (!shape || isLine(shape.kind)) return null;
	return boxAround(
		shape,
		endsOf(shape, () => null)
	);
}

/** The ends of a shape as they are now; an arrow's end stays on this sheet when what it pointed at has left it. */
export function shapeEnds(board: BoardDocument, shape: BoardShape): Ends {
	return endsOf(shape, (id) => boxHolding(board, shape, id));
}

/** The box of what an end of an arrow is attached to; null when that is gone or on another sheet. */
export function boxHolding(board: BoardDocument, arrow: BoardShape, id: string): Box | null {
	const thing = readNote(board, id) ?? readShape(board, id);
	return thing?.place.sheet === arrow.place.sheet ? boxOfThing(board, id) : null;
}

/** Shapes as they lie on each other: the same for everyone. */
export const shapesInLayers = (shapes: readonly BoardShape[]): BoardShape[] =>
	[...shapes].sort((a, b) => a.layer - b.layer || (a.id < b.id ? -1 : 1));

/** The thing on top at a spot that an arrow can be attached to. */
export function thingAt(board: BoardDocument, { x, y, sheet }: Spot & { sheet: string }): string | null {
	const under = [...shapesInLayers(shapesOf(board)), ...notesOf(board)].filter((thing) => {
		const box = thing.place.sheet === sheet ? boxOfThing(board, thing.id) : null;
		return box && x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
	});
	return under.toSorted((a, b) => a.layer - b.layer).at(-1)?.id ?? null;
}

/** Whether all that an arrow is attached to is moved with it. */
export const isHeldAlong = ({ from, to }: BoardShape, moved: readonly string[]): boolean =>
	[from, to].every((end) => end === null || moved.includes(end));

/** Leaves an arrow pointing as it does, attached to nothing any more. */
export function letGo(board: BoardDocument, shape: BoardShape): void {
	const { start, end } = shapeEnds(board, shape);
	const span = { x: end.x - start.x, y: end.y - start.y };
	changeShape(board, shape.id, { spot: start, span, from: null, to: null });
}
