import * as Y from 'yjs';
import { fromBase64, toBase64 } from 'lib0/buffer';
import { boardDocument, type BoardDocument, type Note } from './board.ts';
import { packInk, unpackInk, type Ink } from './board-ink.ts';
import { notesOf } from './board-notes.ts';
import type { PenName } from './board-pens.ts';
import { inReadingOrder } from './board-reading.ts';
import { sheetsOf } from './board-sheets.ts';
import { strokesOf } from './board-strokes.ts';
import { printedZoneOf } from './board-zones.ts';
import type { PersonId } from './ids.ts';

/** A board as it is kept: plain JSON, complete without the document it came from. */
export interface BoardJson {
	version: 1;
	sheets: SheetJson[];
}

export interface SheetJson {
	template: string;
	strokes: StrokeJson[];
	/** In reading order. */
	notes: NoteJson[];
}

export interface StrokeJson {
	by: PersonId | null;
	pen: PenName;
	width: number;
	marker: boolean;
	/** Packed points in base64. */
	ink: string;
}

export type NoteJson = Pick<Note, 'by' | 'kind' | 'tint' | 'pen' | 'words'> & {
	x: number;
	y: number;
	/** The part of the sheet it lies in, such as 'In our hands'. */
	zone: string | null;
};

interface Capture {
	/** The template of the board's first sheet, from its step. */
	template: string;
	/**
	 * Whose a Yjs client id is, as the server knows it; what the server itself wrote is as it `said`. With it, a work's
	 * author is the person who wrote it, whatever the work itself says; what says 'nobody' stays without a name (S11).
	 */
	authorOf?: (client: number, said: PersonId) => PersonId | null;
}

/** The sheets of a board as JSON. What is hidden from the group (S07) and what is empty is left out. */
export function boardJson(doc: Y.Doc, { template, authorOf }: Capture): BoardJson {
	const board = boardDocument(doc);
	const [strokes, notes] = [strokesOf(board), notesOf(board)];
	const verified = (said: PersonId | null, client: number | undefined) =>
		said === null || !authorOf || client === undefined ? said : authorOf(client, said);
	const sheets = sheetsOf(board, template)
		.filter((sheet) => !sheet.hidden)
		.map((sheet) => ({
			template: sheet.template,
			strokes: strokes
				.filter((stroke) => stroke.sheet === sheet.id)
				.map((stroke) => ({
					by: verified(stroke.by, writerOf(board.strokes, stroke.id)),
					pen: stroke.pen,
					width: stroke.width,
					marker: stroke.marker,
					ink: toBase64(packInk(stroke.ink))
				})),
			notes: inReadingOrder(notes.filter((note) => note.place.sheet === sheet.id && isKept(note))).map(
				({ id, by, kind, tint, pen, words, place }) => ({
					by: verified(by, writerOf(board.notes, id)),
					kind,
					tint,
					pen,
					words,
					x: place.x,
					y: place.y,
					zone: printedZoneOf(sheet.template, place)
				})
			)
		}));
	return { version: 1, sheets: sheets.filter((sheet) => sheet.strokes.length + sheet.notes.length > 0) };
}

/** The ink of a kept stroke, or null when it cannot be read. */
export const keptInk = (stroke: StrokeJson): Ink | null => unpackInk(fromBase64(stroke.ink));

const isKept = (note: Note) => note.words.trim() !== '';

/** The client that wrote an entry of a root map: what the guard has checked. */
function writerOf(map: BoardDocument['notes'], key: string): number | undefined {
	return map._map.get(key)?.id.client;
}
