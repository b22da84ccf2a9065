import * as Y from 'yjs';
import { fromBase64, toBase64 } from 'lib0/buffer';
import { boardDocument, type BoardDocument, type Note } from './board.ts';
import { packInk, unpackInk, type Ink } from './board-ink.ts';
import { notesOf } from './board-notes.ts';
import type { PenName } from './board-pens.ts';
import { isPutAway } from './board-put-away.ts';
import type { PicturesJson } from './board-pictures.ts';
import { inReadingOrder } from './board-reading.ts';
import { sheetsOf, type Sheet } from './board-sheets.ts';
import { shapesOf, type BoardShape, type ShapeForm } from './board-shape.ts';
import { strokesOf } from './board-strokes.ts';
import { shapeEnds, shapesInLayers } from './board-things.ts';
import type { Ends } from './board-shape-path.ts';
import { printedZoneOf, zoneOfShape } from './board-zones.ts';
import type { PersonId, PictureId } from './ids.ts';

/** A board as it is kept: plain JSON, complete without the document it came from. */
export interface BoardJson {
	version: 1;
	sheets: SheetJson[];
	/** The pictures on it. Boards kept before there were any have none. */
	pictures?: PicturesJson;
	/** How much of it was taken back since it was kept. */
	withdrawn?: number;
}

export interface SheetJson {
	template: string;
	strokes: StrokeJson[];
	/** In reading order. */
	notes: NoteJson[];
	/** As they lie on each other; sheets kept before there were shapes have none. */
	shapes?: ShapeJson[];
}

export interface StrokeJson {
	by: PersonId | null;
	pen: PenName;
	width: number;
	marker: boolean;
	/** Packed points in base64. */
	ink: string;
	/** Its place in the order in which the board came to be. Kept since boards can be replayed. */
	born?: number;
	/** What its author takes back with it: everything of theirs that is drawn here (S12). */
	item?: string;
}

export type NoteJson = Pick<Note, 'by' | 'kind' | 'tint' | 'pen' | 'words'> & {
	x: number;
	y: number;
	/** The part of the sheet it lies in, such as 'In our hands'. */
	zone: string | null;
	/** By which its author takes it back (S12). */
	id?: string;
	born?: number;
	/** The dots that were counted on it. */
	dots?: number;
	/** Over what it lies; in the middle when nothing is said. */
	layer?: number;
	/** How much larger it is than it was made, and by how many degrees it is turned, where it is. */
	scale?: number;
	angle?: number;
};

/** A shape where it lay, an arrow as it pointed. */
export type ShapeJson = Pick<BoardShape, 'by' | 'born' | 'layer'> &
	Pick<ShapeForm, 'kind' | 'stamp' | 'picture' | 'alt' | 'pen' | 'angle'> &
	Ends & {
		zone: string | null;
		/** What its author takes back with it: everything of theirs that is drawn here (S12). */
		item?: string;
		/** The notes that an arrow is attached to, by id. */
		from?: string;
		to?: string;
	};

interface Capture {
	/** The template of the board's first sheet, from its step. */
	template: string;
	/**
	 * Whose a Yjs client id is, as the server knows it; what the server itself wrote is as it `said`. With it, a work's
	 * author is the person who wrote it, whatever the work itself says; what says 'nobody' stays without a name (S11).
	 */
	authorOf?: (client: number, said: PersonId) => PersonId | null;
	/** The dots on notes, by id. */
	counts?: Readonly<Record<string, number>>;
}

/** `items`: what each has drawn, by whom, for all sheets of a board. */
type SheetCapture = Omit<Capture, 'template'> & { items?: Map<PersonId, string> };

/** The sheets of a board as JSON. What is hidden from the group (S07), sheet or thing, and what is empty is left out. */
export function boardJson(doc: Y.Doc, { template, ...capture }: Capture): BoardJson {
	const items = new Map<PersonId, string>();
	const sheets = sheetsOf(boardDocument(doc), template)
		.filter((sheet) => !sheet.hidden)
		.map((sheet) => sheetJson(doc, sheet, { ...capture, items }));
	return {
		version: 1,
		sheets: sheets.filter(({ strokes, notes, shapes }) => strokes.length + notes.length + shapes.length > 0)
	};
}

/** One sheet as it stands. */
export function sheetJson(
	doc: Y.Doc,
	sheet: Sheet,
	{ authorOf, counts = {}, items = new Map() }: SheetCapture = {}
): SheetJson & { shapes: ShapeJson[] } {
	const board = boardDocument(doc);
	const isShown = ({ id }: { id: string }) => !isPutAway(board, id);
	const notes = notesOf(board).filter(isShown);
	const strokes = strokesOf(board).filter(isShown);
	const shapes = shapesInLayers(shapesOf(board)).filter(isShown);
	const verified = (said: PersonId | null, client: number | undefined) =>
		said === null || !authorOf || client === undefined ? said : authorOf(client, said);
	return {
		template: sheet.template,
		strokes: strokes
			.filter((stroke) => stroke.sheet === sheet.id)
			.map((stroke) => ({
				...drawnBy(verified(stroke.by, writerOf(board.strokes, stroke.id)), items),
				born: stroke.turn,
				pen: stroke.pen,
				width: stroke.width,
				marker: stroke.marker,
				ink: toBase64(packInk(stroke.ink))
			})),
		notes: inReadingOrder(notes.filter((note) => note.place.sheet === sheet.id && isKept(note))).map(
			({ id, by, kind, tint, pen, words, place, born, layer, scale, angle }) => ({
				...{ id, born, ...(counts[id] ? { dots: counts[id] } : {}), ...(layer === 0 ? {} : { layer }) },
				...(scale === 1 ? {} : { scale }),
				...(angle === 0 ? {} : { angle }),
				by: verified(by, writerOf(board.notes, id)),
				kind,
				tint,
				pen,
				words,
				x: place.x,
				y: place.y,
				zone: printedZoneOf(sheet.template, { place, scale })
			})
		),
		shapes: shapes
			.filter((shape) => shape.place.sheet === sheet.id)
			.map((shape) => ({
				...drawnBy(verified(shape.by, writerOf(board.shapes, shape.id)), items),
				born: shape.born,
				kind: shape.kind,
				stamp: shape.stamp,
				...(shape.picture && { picture: shape.picture, alt: shape.alt }),
				pen: shape.pen,
				angle: shape.angle,
				layer: shape.layer,
				...shapeEnds(board, shape),
				...(shape.from && { from: shape.from }),
				...(shape.to && { to: shape.to }),
				zone: zoneOfShape(sheet.template, shapeEnds(board, shape))
			}))
	};
}

/** A kept board without one note, or without everything that one person drew (S12). */
export function boardWithout(board: BoardJson, item: string): BoardJson {
	const sheets = board.sheets.map((sheet) => ({
		...sheet,
		strokes: sheet.strokes.filter((stroke) => stroke.item !== item),
		notes: sheet.notes.filter((note) => note.id !== item),
		...(sheet.shapes && { shapes: sheet.shapes.filter((shape) => shape.item !== item) })
	}));
	const left = sheets.flatMap(({ shapes = [] }) => shapes.map(({ picture }) => picture));
	const pictures = Object.entries(board.pictures ?? {}).filter(([id]) => left.includes(id as PictureId));
	return {
		...board,
		sheets,
		...(board.pictures && { pictures: Object.fromEntries(pictures) }),
		withdrawn: (board.withdrawn ?? 0) + 1
	};
}

/** A kept board for a page, which asks for each picture by its address. */
export function withoutBytes(board: BoardJson): BoardJson {
	if (!board.pictures) return board;
	const pictures = Object.entries(board.pictures).map(([id, { type }]) => [id, { type }]);
	return { ...board, pictures: Object.fromEntries(pictures) as PicturesJson };
}

const INK = 'ink-';

/** Whether an item of a kept board is all that somebody drew on it; otherwise it is a note. */
export const isInk = (item: string) => item.startsWith(INK);

function drawnBy(by: PersonId | null, items: Map<PersonId, string>): Pick<StrokeJson, 'by' | 'item'> {
	if (!by) return { by };
	const item = items.get(by) ?? `${INK}${items.size + 1}`;
	items.set(by, item);
	return { by, item };
}

/** The ink of a kept stroke, or null when it cannot be read. */
export const keptInk = (stroke: StrokeJson): Ink | null => unpackInk(fromBase64(stroke.ink));

const isKept = (note: Note) => note.words.trim() !== '';

/** The client that wrote an entry of a root map: what the guard has checked. */
function writerOf(map: BoardDocument['notes'], key: string): number | undefined {
	return map._map.get(key)?.id.client;
}
