import { SHEET_HEIGHT, SHEET_WIDTH, type Note, type Spot } from './board.ts';
import { noteHeight } from './board-drawing.ts';
import { NOTE_SIZE } from './board-notes.ts';

type Sized = Pick<Note, 'kind' | 'words'>;

const GAP = 20;
const COLUMNS = Math.floor((SHEET_WIDTH - GAP) / (NOTE_SIZE.width + GAP));
const LEFT = (SHEET_WIDTH - COLUMNS * (NOTE_SIZE.width + GAP) + GAP) / 2;
/** What does not fit any more lies over the others, each a little further down. */
const OVER = 45;

/**
 * Where notes lie side by side in columns, in their order and below what is `taken`: each goes where a column
 * is shortest, so that none covers another as long as there is room.
 */
export function inColumns(notes: readonly Sized[], taken: readonly (Sized & Spot)[] = []): Spot[] {
	const ends = Array.from({ length: COLUMNS }, (_, column) => endOf(column, taken));
	let over = 0;
	return notes.map((note) => {
		const top = Math.min(...ends);
		const column = ends.indexOf(top);
		const x = LEFT + column * (NOTE_SIZE.width + GAP);
		if (top + NOTE_SIZE.height > SHEET_HEIGHT) {
			const y = GAP + ((over * OVER) % (SHEET_HEIGHT - NOTE_SIZE.height - GAP));
			return { x: LEFT + (over++ % COLUMNS) * (NOTE_SIZE.width + GAP), y };
		}
		ends[column] = top + noteHeight(note) + GAP;
		return { x, y: top };
	});
}

/** Where a column is free below the notes that reach into it. */
function endOf(column: number, taken: readonly (Sized & Spot)[]): number {
	const left = LEFT + column * (NOTE_SIZE.width + GAP);
	const within = taken.filter(({ x }) => x < left + NOTE_SIZE.width && x + NOTE_SIZE.width > left);
	return Math.max(GAP, ...within.map((note) => note.y + noteHeight(note) + GAP));
}
