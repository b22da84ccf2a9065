import * as Y from 'yjs';
import { newBoardId, onSheet, type BoardDocument, type Note, type Place, type Spot } from './board.ts';
import { isPen, isTint, type NoteTint, type PenName } from './board-pens.ts';
import { nextTurn, turnOf } from './board-order.ts';
import type { PersonId } from './ids.ts';

export const NOTE_WORDS_MOST = 600;
/** In sheet units. A note grows downwards with its words. */
export const NOTE_SIZE = { width: 240, height: 150 };

/** Where one who leads has put another's note. It counts until the author moves the note again. */
interface Move extends Spot {
	sheet: string;
	/** The author's `turn` that it moved the note away from. */
	over: number;
	/** Rises with each such move: the latest counts. */
	again: number;
}

export interface NewNote {
	id?: string;
	by: PersonId | null;
	kind: Note['kind'];
	sheet: string;
	spot: Spot;
	tint?: NoteTint;
	pen?: PenName;
	words?: string;
}

/** Adds a note and answers its id. Only its author can change what is in it. */
export function addNote(board: BoardDocument, note: NewNote): string {
	const id = note.id ?? newBoardId();
	const map = new Y.Map<unknown>();
	map.set('by', note.by);
	map.set('kind', note.kind);
	map.set('born', nextTurn(board));
	map.set('tint', note.tint ?? 'sun');
	map.set('pen', note.pen ?? 'ink');
	map.set('place', { ...onSheet(note.spot, NOTE_SIZE), sheet: note.sheet, turn: 0 } satisfies Place);
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
	const place = readPlace(map.get('place'));
	const words = wordsOf(board, id);
	if (!place || !words || (by !== null && typeof by !== 'string')) return null;
	return {
		id,
		by: by as PersonId | null,
		kind: kind === 'text' ? 'text' : 'note',
		born: turnOf(map.get('born')),
		tint: isTint(tint) ? tint : 'sun',
		pen: isPen(pen) ? pen : 'ink',
		place: latestMove(board, id, place) ?? place,
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
	const own = map instanceof Y.Map ? readPlace(map.get('place')) : null;
	if (!own || !(map instanceof Y.Map)) return;
	const place = { ...onSheet(to, NOTE_SIZE), sheet: to.sheet };
	if (map.get('by') === to.mover) {
		map.set('place', { ...place, turn: own.turn + 1 } satisfies Place);
		return;
	}
	const again = Math.max(0, ...movesOf(board, id).map((move) => move.again)) + 1;
	board.moves.set(`${id} ${to.mover}`, { ...place, over: own.turn, again } satisfies Move);
}

export function setTint(board: BoardDocument, id: string, tint: NoteTint): void {
	const map = board.notes.get(id);
	if (map instanceof Y.Map) map.set('tint', tint);
}

export function removeNote(board: BoardDocument, id: string): void {
	board.notes.delete(id);
}

function latestMove(board: BoardDocument, id: string, own: Place): Place | null {
	const valid = movesOf(board, id).filter((move) => move.over === own.turn);
	const latest = valid.reduce<Move | null>(
		(best, move) => (best && best.again >= move.again ? best : move),
		null
	);
	return latest && { x: latest.x, y: latest.y, sheet: latest.sheet, turn: own.turn };
}

/** The moves of a note by those who lead, in the order of their keys: the same for everyone. */
function movesOf(board: BoardDocument, id: string): Move[] {
	const keys = [...board.moves.keys()].filter((key) => key.startsWith(`${id} `)).sort();
	return keys.map((key) => readMove(board.moves.get(key))).filter((move) => move !== null);
}

function readPlace(value: unknown): Place | null {
	const place = value as Partial<Place> | null;
	if (!isSpot(place) || typeof place.sheet !== 'string' || !Number.isSafeInteger(place.turn)) return null;
	return { ...onSheet(place, NOTE_SIZE), sheet: place.sheet, turn: place.turn! };
}

function readMove(value: unknown): Move | null {
	const move = value as Partial<Move> | null;
	if (!isSpot(move) || typeof move.sheet !== 'string') return null;
	if (!Number.isSafeInteger(move.over) || !Number.isSafeInteger(move.again)) return null;
	return { ...onSheet(move, NOTE_SIZE), sheet: move.sheet, over: move.over!, again: move.again! };
}

const isSpot = <Some extends Partial<Spot>>(value: Some | null): value is Some & Spot =>
	typeof value === 'object' && value !== null && Number.isFinite(value.x) && Number.isFinite(value.y);
