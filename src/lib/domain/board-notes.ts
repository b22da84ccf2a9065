import * as Y from 'yjs';
import { layerOf } from './board-layers.ts';
import { newBoardId, onSheet, type BoardDocument, type Note, type Place, type Spot } from './board.ts';
import { angleOf, scaleOf, scaleWithin, sizeOfNote } from './board-note-size.ts';
import { moveBeside, placeOf, readPlace } from './board-moves.ts';
import { isPen, isTint, type NoteTint, type PenName } from './board-pens.ts';
import { nextTurn, turnOf } from './board-order.ts';
import type { PersonId } from './ids.ts';

export const NOTE_WORDS_MOST = 600;

export interface NewNote {
	id?: string;
	by: PersonId | null;
	kind: Note['kind'];
	sheet: string;
	spot: Spot;
	tint?: NoteTint;
	pen?: PenName;
	words?: string;
	layer?: number | undefined;
	scale?: number | undefined;
	angle?: number | undefined;
}

/** Adds a note and answers its id. Only its author can change what is in it. */
export function addNote(board: BoardDocument, note: NewNote): string {
	const id = note.id ?? newBoardId();
	const [scale, angle] = [scaleOf(note.scale), angleOf(note.angle)];
	const map = new Y.Map<unknown>();
	map.set('by', note.by);
	map.set('kind', note.kind);
	map.set('born', nextTurn(board));
	map.set('tint', note.tint ?? 'sun');
	map.set('pen', note.pen ?? 'ink');
	const spot = onSheet(note.spot, sizeOfNote({ scale }));
	map.set('place', { ...spot, sheet: note.sheet, turn: 0 } satisfies Place);
	if (scale !== 1) map.set('scale', scale);
	if (angle !== 0) map.set('angle', angle);
	if (note.layer) map.set('layer', note.layer);
	map.set('words', new Y.Text((note.words ?? '').slice(0, NOTE_WORDS_MOST)));
	board.notes.set(id, map);
	return id;
}

/** The words of a note as they are edited, or null when there is no such note. */
export function wordsOf(board: BoardDocument, id: string): Y.Text | null {
	const map = board.notes.get(id);
	const words = map instanceof Y.Map ? (map.get('words') as unknown) : null;
	return words instanceof Y.Text ? words : null;
}

/** The note with this id, or null when it cannot be read: anyone in the room may have written it. */
export function readNote(board: BoardDocument, id: string): Note | null {
	const map = board.notes.get(id);
	if (!(map instanceof Y.Map)) return null;
	const [by, kind, tint, pen] = ['by', 'kind', 'tint', 'pen'].map((key) => map.get(key) as unknown);
	const [scale, angle] = [scaleOf(map.get('scale')), angleOf(map.get('angle'))];
	const place = readPlace(map.get('place'), sizeOfNote({ scale }));
	const words = wordsOf(board, id);
	if (!place || !words || (by !== null && typeof by !== 'string')) return null;
	return {
		id,
		by: by as PersonId | null,
		kind: kind === 'text' ? 'text' : 'note',
		born: turnOf(map.get('born')),
		tint: isTint(tint) ? tint : 'sun',
		pen: isPen(pen) ? pen : 'ink',
		place: noteOnSheet(board, id, { place, scale }),
		scale,
		angle,
		layer: layerOf(map.get('layer')),
		words: words.toString().slice(0, NOTE_WORDS_MOST)
	};
}

export function notesOf(board: BoardDocument): Note[] {
	return [...board.notes.keys()].map((id) => readNote(board, id)).filter((note) => note !== null);
}

/** Moves a note: its author in the note itself, anyone else (who leads) beside it. */
export function moveNote(
	board: BoardDocument,
	id: string,
	to: Spot & { sheet: string; mover: PersonId }
): void {
	const map = board.notes.get(id);
	if (!(map instanceof Y.Map)) return;
	const size = sizeOfNote({ scale: scaleOf(map.get('scale')) });
	const own = readPlace(map.get('place'), size);
	if (!own) return;
	const place = { ...onSheet(to, size), sheet: to.sheet };
	if (map.get('by') === to.mover) {
		map.set('place', { ...place, turn: own.turn + 1 } satisfies Place);
		return;
	}
	moveBeside(board, id, { ...place, mover: to.mover, over: own.turn });
}

export function setTint(board: BoardDocument, id: string, tint: NoteTint): void {
	const map = board.notes.get(id);
	if (map instanceof Y.Map) map.set('tint', tint);
}

/** The colour of words that stand straight on the sheet. */
export function setNotePen(board: BoardDocument, id: string, pen: PenName): void {
	const map = board.notes.get(id);
	if (map instanceof Y.Map) map.set('pen', pen);
}

/** Makes an own note larger or smaller, or turns it, and puts it where `spot` says. */
export function shapeNote(
	board: BoardDocument,
	id: string,
	to: { spot: Spot; scale: number; angle: number; mover: PersonId }
): void {
	const [map, note] = [board.notes.get(id), readNote(board, id)];
	if (!note || note.by !== to.mover || !(map instanceof Y.Map)) return;
	const [scale, angle] = [scaleWithin(to.scale), angleOf(to.angle)];
	if (scale !== note.scale) map.set('scale', scale);
	if (angle !== note.angle) map.set('angle', angle);
	moveNote(board, id, { ...to.spot, sheet: note.place.sheet, mover: to.mover });
}

/** Lays a note over or under others. */
export function setNoteLayer(board: BoardDocument, id: string, layer: number): void {
	const map = board.notes.get(id);
	if (map instanceof Y.Map) map.set('layer', layer);
}

export function removeNote(board: BoardDocument, id: string): void {
	board.notes.delete(id);
}

const noteOnSheet = (
	board: BoardDocument,
	id: string,
	{ place: own, scale }: Pick<Note, 'place' | 'scale'>
): Place => {
	const place = placeOf(board, id, own);
	return { ...place, ...onSheet(place, sizeOfNote({ scale })) };
};
