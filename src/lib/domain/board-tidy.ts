import { SHEET_HEIGHT, SHEET_WIDTH, type Note, type Spot } from './board.ts';
import { inColumns } from './board-arranging.ts';
import { noteHeight } from './board-drawing.ts';
import { NOTE_SIZE } from './board-notes.ts';

type Sized = Pick<Note, 'kind' | 'words'>;
type Lying = Sized & Spot;

const GAP = 20;
const STEP = 20;
const COLUMN = NOTE_SIZE.width + GAP;
const COLUMNS_MOST = Math.floor((SHEET_WIDTH - GAP) / COLUMN);

/**
 * Where notes lie in a grid, in their order and as near to a spot as can be: none covers another, nor one of those that
 * stay, as long as there is room on the sheet.
 */
export function tidied(
	notes: readonly Sized[],
	{ near, staying }: { near: Spot; staying: readonly Lying[] }
): Spot[] {
	const square = Math.ceil(Math.sqrt(notes.length));
	const grids = Array.from({ length: COLUMNS_MOST }, (_, index) => gridOf(notes, index + 1))
		.filter(({ width, height }) => width <= SHEET_WIDTH && height <= SHEET_HEIGHT)
		.sort((a, b) => Math.abs(a.columns - square) - Math.abs(b.columns - square));
	for (const grid of grids) {
		const free = originsNear(near, grid).find((origin) => !covers(grid, origin, staying));
		if (free) return placed(grid, free);
	}
	const [grid] = grids;
	// Too much for a grid beside the others: over them, and when even the sheet is too small, in columns.
	return grid ? placed(grid, originsNear(near, grid)[0]!) : inColumns(notes);
}

/** Where clusters lie side by side, each in columns of its own; when there are too many for that, one after the other. */
export function inClusters(clusters: readonly (readonly Sized[])[], staying: readonly Lying[]): Spot[][] {
	const columns = clusters.map(columnsOf);
	const count = columns.reduce((sum, own) => sum + own.length, 0);
	const left = (SHEET_WIDTH - count * COLUMN + GAP) / 2;
	let column = 0;
	const spots = columns.map((own) =>
		own.flatMap((tops) => {
			const x = left + column++ * COLUMN;
			return tops.map((y) => ({ x, y }));
		})
	);
	const lying = clusters.flatMap((notes, index) =>
		notes.map(({ kind, words }, at) => ({ kind, words, ...spots[index]![at]! }))
	);
	const isFree = staying.every((other) => lying.every((note) => !areOver(note, other)));
	if (count <= COLUMNS_MOST && isFree) return spots;
	const flowing = inColumns(clusters.flat(), staying);
	return clusters.map((notes) => flowing.splice(0, notes.length));
}

interface Grid {
	columns: number;
	width: number;
	height: number;
	cells: { x: number; y: number; height: number }[];
}

function gridOf(notes: readonly Sized[], columns: number): Grid {
	const cells: Grid['cells'] = [];
	let top = 0;
	for (let first = 0; first < notes.length; first += columns) {
		const heights = notes.slice(first, first + columns).map(noteHeight);
		heights.forEach((height, index) => cells.push({ x: index * COLUMN, y: top, height }));
		top += Math.max(...heights) + GAP;
	}
	return { columns, width: Math.min(columns, notes.length) * COLUMN - GAP, height: top - GAP, cells };
}

/** Where a grid may begin, the nearest first. */
function originsNear(near: Spot, { width, height }: Grid): Spot[] {
	const origins: Spot[] = [];
	const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
	const first = { x: within(near.x, SHEET_WIDTH - width), y: within(near.y, SHEET_HEIGHT - height) };
	for (let x = 0; x <= SHEET_WIDTH - width; x += STEP)
		for (let y = 0; y <= SHEET_HEIGHT - height; y += STEP) origins.push({ x, y });
	const far = ({ x, y }: Spot) => Math.hypot(x - near.x, y - near.y);
	return [first, ...origins.sort((a, b) => far(a) - far(b))];
}

const covers = ({ cells }: Grid, origin: Spot, staying: readonly Lying[]): boolean =>
	staying.some((other) => {
		const height = noteHeight(other);
		return cells.some(
			(cell) =>
				Math.abs(origin.x + cell.x - other.x) < COLUMN &&
				origin.y + cell.y < other.y + height + GAP &&
				other.y < origin.y + cell.y + cell.height + GAP
		);
	});

const placed = ({ cells }: Grid, origin: Spot): Spot[] =>
	cells.map(({ x, y }) => ({ x: origin.x + x, y: origin.y + y }));

/** The tops of the notes of a cluster, column by column. */
function columnsOf(notes: readonly Sized[]): number[][] {
	const columns: number[][] = [];
	let top = Infinity;
	for (const note of notes) {
		const height = noteHeight(note);
		if (top + height > SHEET_HEIGHT) {
			columns.push([]);
			top = GAP;
		}
		columns.at(-1)!.push(top);
		top += height + GAP;
	}
	return columns;
}

const areOver = (a: Lying, b: Lying): boolean =>
	Math.abs(a.x - b.x) < NOTE_SIZE.width && a.y < b.y + noteHeight(b) && b.y < a.y + noteHeight(a);
