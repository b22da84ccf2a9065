import type { NoteJson, SheetJson, StrokeJson } from './board-json.ts';

/**
 * How a kept sheet came to be, thing by thing. It is told from what is on it at the end: what an author erased
 * or took back was never part of it (S12).
 */
export function thingsOn({ strokes, notes }: Pick<SheetJson, 'strokes' | 'notes'>): number {
	return strokes.length + notes.length;
}

/** The sheet with the first `count` of its things. */
export function sheetAfter(sheet: SheetJson, count: number): SheetJson {
	const things: (StrokeJson | NoteJson)[] = [...sheet.strokes, ...sheet.notes];
	const first = new Set(things.sort((a, b) => bornOf(a) - bornOf(b)).slice(0, count));
	return {
		...sheet,
		strokes: sheet.strokes.filter((stroke) => first.has(stroke)),
		notes: sheet.notes.filter((note) => first.has(note))
	};
}

/** What was kept before anybody counted comes first, lines before notes. */
const bornOf = ({ born = 0 }: { born?: number }) => born;
