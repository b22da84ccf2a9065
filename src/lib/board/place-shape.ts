import type { Spot } from '#lib/domain/board.ts';
import type { ShapeForm, ShapeKind } from '#lib/domain/board-shape.ts';
import { shapeName } from '#lib/domain/board-shape-words.ts';
import type { OpenBoard } from './open-board.svelte.ts';

const USUAL: Record<ShapeKind, Spot> = {
	rectangle: { x: 280, y: 180 },
	ellipse: { x: 280, y: 180 },
	line: { x: 260, y: 0 },
	arrow: { x: 260, y: 0 },
	stamp: { x: 96, y: 96 },
	picture: { x: 480, y: 480 }
};

/** How large a shape is when nobody says it. */
export const usualSpan = (kind: ShapeKind): Spot => USUAL[kind];

/** Puts a shape on the sheet in front. A stamp lies over everything and stays in hand; a shape is chosen. */
export function placeShape(
	{ state, tools, sheet, say }: OpenBoard,
	shape: ShapeForm & { spot: Spot }
): string {
	const isStamp = shape.kind === 'stamp';
	const things = isStamp ? [...state.shapes, ...state.notes] : [];
	const layers = things.filter(({ place }) => place.sheet === sheet.id).map(({ layer }) => layer);
	const layer = isStamp ? Math.max(0, ...layers) + 1 : 0;
	const id = state.addShape({ ...shape, sheet: sheet.id, layer });
	if (!isStamp) {
		tools.take('choose');
		tools.choose([id]);
	}
	say(`${shapeName(shape)} added`);
	return id;
}
