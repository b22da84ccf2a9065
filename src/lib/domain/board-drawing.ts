import { SHEET_HEIGHT, SHEET_WIDTH, type Box, type Spot } from './board.ts';
import {
	keptInk,
	type BoardJson,
	type NoteJson,
	type ShapeJson,
	type SheetJson,
	type StrokeJson
} from './board-json.ts';
import { boxOfNote, middleOfNote, NOTE_SIZE, type Size } from './board-note-size.ts';
import { inkPath } from './board-outline.ts';
import { MARKER_OPACITY, NOTE_INK, NOTE_TINTS, PAPER, PENS } from './board-pens.ts';
import { embeddedIn, type AddressOf } from './board-pictures.ts';
import { isLine } from './board-shape.ts';
import { SHAPE_FILL, SHAPE_LINE, shapePath } from './board-shape-path.ts';
import type { SheetDrawing, SheetShape } from './board-shapes.ts';
import { templateOf } from './board-templates.ts';

/** How words are set on a sheet, in sheet units: the live board's styles use the same numbers. */
export const NOTE_TYPE = { size: 26, lineHeight: 34, padding: 16 };
export const TEXT_TYPE = { size: 34, lineHeight: 44, padding: 16 };
/** The width of an average letter for its size; enough to break lines without measuring a font. */
const LETTER_WIDTH = 0.52;

/** Each sheet of a kept board as plain shapes, from the paper up: print, shapes and notes, highlighter, ink. */
export function boardDrawings(board: BoardJson, addressOf = embeddedIn(board.pictures)): SheetDrawing[] {
	return board.sheets.map((sheet) => sheetDrawing(sheet, addressOf));
}

export function sheetDrawing(sheet: SheetJson, addressOf: AddressOf = embeddedIn()): SheetDrawing {
	const [markers, pens] = [true, false].map((marker) => sheet.strokes.filter((one) => one.marker === marker));
	return {
		width: SHEET_WIDTH,
		height: SHEET_HEIGHT,
		paper: PAPER,
		shapes: [
			...templateOf(sheet.template).shapes,
			...inLayers(sheet).flatMap((thing) =>
				'words' in thing ? noteShapes(thing) : shapeShapes(thing, addressOf)
			),
			...[...markers!, ...pens!].flatMap(strokeShapes)
		]
	};
}

/** What is printed on a sheet before anyone draws. */
export function templateDrawing(template: string): SheetDrawing {
	return sheetDrawing({ template, strokes: [], notes: [] });
}

/** Shapes and notes as they lie on each other: notes over the shapes of their layer. */
const inLayers = ({ shapes = [], notes }: Pick<SheetJson, 'shapes' | 'notes'>): (ShapeJson | NoteJson)[] =>
	[...shapes, ...notes].sort((a, b) => (a.layer ?? 0) - (b.layer ?? 0));

function shapeShapes(shape: ShapeJson, addressOf: AddressOf): SheetShape[] {
	const { kind, picture, alt, angle, start, end } = shape;
	if (kind !== 'picture' || !picture) return [shapeOutline(shape)];
	const address = addressOf(picture);
	const [width, height] = [end.x - start.x, end.y - start.y];
	if (address) return [{ kind: 'image', ...start, width, height, angle, address }];
	// The picture is not to be had: its frame, and what it showed.
	const { size, lineHeight, padding } = NOTE_TYPE;
	const words: SheetShape = {
		...{ kind: 'words', x: start.x + padding, y: start.y + padding + size },
		lines: brokenInto(alt || 'Picture', Math.max(1, (width - 2 * padding) / (size * LETTER_WIDTH))),
		...{ size, lineHeight, centred: false, bold: false, fill: NOTE_INK }
	};
	return [shapeOutline({ ...shape, kind: 'rectangle' }), words];
}

function shapeOutline({ pen, ...shape }: ShapeJson): SheetShape {
	const d = shapePath(shape, shape);
	const inside = isLine(shape.kind) ? 0 : SHAPE_FILL;
	return { kind: 'outline', d, line: PENS[pen], width: SHAPE_LINE, inside };
}

function strokeShapes(stroke: StrokeJson): SheetShape[] {
	const ink = keptInk(stroke);
	if (!ink) return [];
	const opacity = stroke.marker ? MARKER_OPACITY : 1;
	return [{ kind: 'path', d: inkPath(ink, stroke), fill: PENS[stroke.pen], opacity }];
}

function noteShapes(note: NoteJson): SheetShape[] {
	const isSticky = note.kind === 'note';
	const { scale = 1, angle = 0, x, y } = note;
	const { size, lineHeight, padding } = scaled(isSticky ? NOTE_TYPE : TEXT_TYPE, scale);
	const turn = angle === 0 ? {} : { turn: { angle, ...middleOfNote({ place: { x, y }, scale }) } };
	const words: SheetShape = {
		kind: 'words',
		x: x + padding,
		y: y + padding + size,
		lines: noteLines(note),
		size,
		lineHeight,
		centred: false,
		bold: false,
		fill: isSticky ? NOTE_INK : PENS[note.pen],
		...turn
	};
	if (!isSticky) return [words];
	const [width, height] = [NOTE_SIZE.width * scale, noteHeight(note)];
	return [{ kind: 'box', x, y, width, height, fill: NOTE_TINTS[note.tint], ...turn }, words];
}

const scaled = ({ size, lineHeight, padding }: typeof NOTE_TYPE, scale: number): typeof NOTE_TYPE => ({
	size: size * scale,
	lineHeight: lineHeight * scale,
	padding: padding * scale
});

function noteLines({ kind, words }: Pick<NoteJson, 'kind' | 'words'>): string[] {
	const { size, padding } = kind === 'note' ? NOTE_TYPE : TEXT_TYPE;
	return brokenInto(words, (NOTE_SIZE.width - 2 * padding) / (size * LETTER_WIDTH));
}

/** What says how much of a sheet a note takes. */
export type Sized = Pick<NoteJson, 'kind' | 'words' | 'scale' | 'angle'>;

/** About how far down a note reaches that is not turned, in sheet units; words on the sheet keep as much room as a note. */
export const noteHeight = (note: Sized): number =>
	Math.max(NOTE_SIZE.height * (note.scale ?? 1), seenHeight(note));

/** How far down what is seen of it reaches: words that stand on the sheet are as high as they are. */
export function seenHeight(note: Sized): number {
	const { lineHeight, padding } = note.kind === 'note' ? NOTE_TYPE : TEXT_TYPE;
	const least = note.kind === 'note' ? NOTE_SIZE.height : 0;
	return Math.max(least, noteLines(note).length * lineHeight + 2 * padding) * (note.scale ?? 1);
}

/** The upright box around all of a note that lies at a spot. */
export function boxAroundNote(note: Sized, { x, y }: Spot = { x: 0, y: 0 }): Box {
	const { scale = 1, angle = 0 } = note;
	return boxOfNote({ place: { x, y }, scale, angle }, noteHeight(note));
}

/** How much of a sheet a note takes, turned as it is. */
export function spaceOfNote(note: Sized): Size {
	const { left, top, right, bottom } = boxAroundNote(note);
	return { width: right - left, height: bottom - top };
}

/** `words` in lines of at most `letters`; a longer word is broken. */
export function brokenInto(words: string, letters: number): string[] {
	const most = Math.max(1, Math.floor(letters));
	return words.split('\n').flatMap((paragraph) => {
		const lines: string[] = [];
		let line = '';
		for (const word of paragraph.split(/\s+/).flatMap((one) => piecesOf(one, most))) {
			if (line && line.length + 1 + word.length > most) {
				lines.push(line);
				line = word;
			} else line = line ? `${line} ${word}` : word;
		}
		return [...lines, line];
	});
}

function piecesOf(word: string, most: number): string[] {
	const letters = [...word];
	const pieces: string[] = [];
	for (let from = 0; from < letters.length; from += most)
		pieces.push(letters.slice(from, from + most).join(''));
	return pieces.length > 0 ? pieces : [''];
}
