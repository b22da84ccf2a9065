import type { NoteJson, ShapeJson, SheetJson, StrokeJson } from './board-json.ts';

/**
 * How a kept sheet came to be, thing by thing. It is told from what is on it at the end: what an author erased
 * or took back was never part of it (S12).
 */
export function thingsOn({ strokes, notes, shapes = [] }: SheetJson): number {
	return strokes.length + notes.length + shapes.length;
}

/** The sheet with the first `count` of its things. */
export function sheetAfter(sheet: SheetJson, count: number): SheetJson {
	const things: (StrokeJson | NoteJson | ShapeJson)[] = [
		...sheet.strokes,
		...sheet.notes,
		...(sheet.shapes ?? [])
	];
	const first = new Set(things.sort((a, b) => bornOf(a) - bornOf(b)).slice(0, count));
	return {
		...sheet,
		strokes: sheet.strokes.filter((stroke) => first.has(stroke)),
		notes: sheet.notes.filter((note) => first.has(note)),
		...(sheet.shapes && { shapes: sheet.shapes.filter((shape) => first.has(shape)) })
	};
}

/** What was kept before anybody counted comes first, lines before notes. */
const bornOf = ({ born = 0 }: { born?: number }) => born;
