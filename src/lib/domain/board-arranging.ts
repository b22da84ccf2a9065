import { SHEET_HEIGHT, SHEET_WIDTH, type Note, type Spot } from './board.ts';
import { boxAroundNote, noteHeight, type Sized } from './board-drawing.ts';
import { NOTE_SIZE } from './board-note-size.ts';

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

/** A note as it takes room on its sheet. */
export const asItLies = ({ kind, words, scale, angle, place: { x, y } }: Note): Sized & Spot => ({
	...{ kind, words, scale, angle, x, y }
});

/** Where a column is free below the notes that reach into it. */
function endOf(column: number, taken: readonly (Sized & Spot)[]): number {
	const left = LEFT + column * (NOTE_SIZE.width + GAP);
	const within = taken
		.map((note) => boxAroundNote(note, note))
		.filter((box) => box.left < left + NOTE_SIZE.width && box.right > left);
	return Math.max(GAP, ...within.map(({ bottom }) => bottom + GAP));
}
