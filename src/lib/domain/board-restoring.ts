import type * as Y from 'yjs';
import { boardDocument, type BoardDocument } from './board.ts';
import { sheetAfter } from './board-growth.ts';
import {
	keptInk,
	sheetJson,
	type NoteJson,
	type ShapeJson,
	type SheetJson,
	type StrokeJson
} from './board-json.ts';
import { addNote } from './board-notes.ts';
import { nextTurn } from './board-order.ts';
import { addShape, isLine } from './board-shape.ts';
import { addSheet, type Sheet } from './board-sheets.ts';
import { addStroke } from './board-strokes.ts';
import type { PersonId } from './ids.ts';

/**
 * A sheet as it can be brought back: what stands on it now, so nothing that its author erased or took back (S12).
 * Notes without a name stay where they are, since their author alone may take them from there (S11).
 */
export function bringableSheet(doc: Y.Doc, sheet: Sheet): SheetJson {
	const whole = sheetJson(doc, sheet);
	return { ...whole, notes: whole.notes.filter(({ by }) => by !== null) };
}

/**
 * Puts the first `things` of a sheet onto a new one, each in its author's name and theirs to change. Answers the new
 * sheet. Only the server writes in the names of others.
 */
export function restoreSheet(
	doc: Y.Doc,
	from: Sheet,
	{ things, by }: { things: number; by: PersonId }
): string {
	const board = boardDocument(doc);
	const then = sheetAfter(bringableSheet(doc, from), things);
	const sheet = addSheet(board, { by, template: from.template });
	const copies = new Map<string, string>();
	const { notes, strokes, shapes = [] } = then;
	const inOrder = [...strokes, ...notes, ...shapes].sort((a, b) => (a.born ?? 0) - (b.born ?? 0));
	for (const thing of inOrder) {
		if ('ink' in thing) putStroke(board, sheet, thing);
		else if ('words' in thing) copies.set(thing.id!, putNote(board, sheet, thing));
		else putShape(board, sheet, thing, copies);
	}
	return sheet;
}

function putStroke(
	board: BoardDocument,
	sheet: string,
	{ by, pen, width, marker, ...stroke }: StrokeJson
): void {
	const ink = keptInk({ by, pen, width, marker, ...stroke });
	if (ink) addStroke(board, { by, sheet, pen, width, marker, ink, turn: nextTurn(board) });
}

function putNote(board: BoardDocument, sheet: string, { x, y, ...note }: NoteJson): string {
	const { by, kind, tint, pen, words, layer, scale, angle } = note;
	return addNote(board, { by, kind, tint, pen, words, sheet, spot: { x, y }, layer, scale, angle });
}

function putShape(
	board: BoardDocument,
	sheet: string,
	{ by, kind, stamp, picture, alt, pen, angle, layer, start, end, from, to }: ShapeJson,
	copies: ReadonlyMap<string, string>
): void {
	const held = (thing: string | undefined) => (isLine(kind) && thing && copies.get(thing)) || null;
	addShape(board, {
		...{ by, kind, stamp, picture, alt, pen, angle, layer, sheet, spot: start },
		...{ span: { x: end.x - start.x, y: end.y - start.y }, from: held(from), to: held(to) }
	});
}
