import { SHEET_HEIGHT, SHEET_WIDTH, type Spot } from './board.ts';
import { inColumns } from './board-arranging.ts';
import { boxAroundNote, spaceOfNote, type Sized } from './board-drawing.ts';

type Lying = Sized & Spot;

const GAP = 20;
const STEP = 20;

/** How far it is from column to column: as wide as the widest note, turned as it is. */
const columnOf = (notes: readonly Sized[]) => Math.max(...notes.map((note) => spaceOfNote(note).width)) + GAP;
const mostColumns = (column: number) => Math.max(1, Math.floor((SHEET_WIDTH - GAP) / column));

/**
 * Where notes lie in a grid, in their order and as near to a spot as can be: none covers another, nor one of those that
 * stay, as long as there is room on the sheet.
 */
export function tidied(
	notes: readonly Sized[],
	{ near, staying }: { near: Spot; staying: readonly Lying[] }
): Spot[] {
	if (notes.length === 0) return [];
	const square = Math.ceil(Math.sqrt(notes.length));
	const most = mostColumns(columnOf(notes));
	const grids = Array.from({ length: most }, (_, index) => gridOf(notes, index + 1))
		.filter(({ width, height }) => width <= SHEET_WIDTH && height <= SHEET_HEIGHT)
		.sort((a, b) => Math.abs(a.columns - square) - Math.abs(b.columns - square));
	for (const grid of grids) {
		const free = originsNear(near, grid).find((origin) => !covers(grid, origin, staying));
		if (free) return placed(grid, free, notes);
	}
	const [grid] = grids;
	// Too much for a grid beside the others: over them, and when even the sheet is too small, in columns.
	return grid ? placed(grid, originsNear(near, grid)[0]!, notes) : inColumns(notes);
}

/** Where clusters lie side by side, each in columns of its own; when there are too many for that, one after the other. */
export function inClusters(clusters: readonly (readonly Sized[])[], staying: readonly Lying[]): Spot[][] {
	const column = columnOf(clusters.flat());
	const columns = clusters.map(columnsOf);
	const count = columns.reduce((sum, own) => sum + own.length, 0);
	const left = (SHEET_WIDTH - count * column + GAP) / 2;
	let next = 0;
	const spots = columns.map((own, index) => {
		const corners = own.flatMap((tops) => {
			const x = left + next++ * column;
			return tops.map((y) => ({ x, y }));
		});
		return clusters[index]!.map((note, at) => cornerAt(note, corners[at]!));
	});
	const lying = clusters.flatMap((notes, index) =>
		notes.map((note, at) => ({ ...note, ...spots[index]![at]! }))
	);
	const isFree = staying.every((other) => lying.every((note) => !areOver(note, other)));
	if (count <= mostColumns(column) && isFree) return spots;
	const flowing = inColumns(clusters.flat(), staying);
	return clusters.map((notes) => flowing.splice(0, notes.length));
}

interface Grid {
	columns: number;
	width: number;
	height: number;
	cells: { x: number; y: number; width: number; height: number }[];
}

function gridOf(notes: readonly Sized[], columns: number): Grid {
	const column = columnOf(notes);
	const cells: Grid['cells'] = [];
	let top = 0;
	for (let first = 0; first < notes.length; first += columns) {
		const sizes = notes.slice(first, first + columns).map(spaceOfNote);
		sizes.forEach((size, index) => cells.push({ x: index * column, y: top, ...size }));
		top += Math.max(...sizes.map(({ height }) => height)) + GAP;
	}
	return { columns, width: Math.min(columns, notes.length) * column - GAP, height: top - GAP, cells };
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
		const { left, top, right, bottom } = boxAroundNote(other, other);
		return cells.some((cell) => {
			const [x, y] = [origin.x + cell.x, origin.y + cell.y];
			return (
				x < right + GAP && left < x + cell.width + GAP && y < bottom + GAP && top < y + cell.height + GAP
			);
		});
	});

const placed = ({ cells }: Grid, origin: Spot, notes: readonly Sized[]): Spot[] =>
	cells.map(({ x, y }, index) => cornerAt(notes[index]!, { x: origin.x + x, y: origin.y + y }));

/** Where a note lies that has the upper left corner of its upright box there. */
function cornerAt(note: Sized, { x, y }: Spot): Spot {
	const { left, top } = boxAroundNote(note);
	return { x: x - left, y: y - top };
}

/** The tops of the notes of a cluster, column by column. */
function columnsOf(notes: readonly Sized[]): number[][] {
	const columns: number[][] = [];
	let top = Infinity;
	for (const note of notes) {
		const { height } = spaceOfNote(note);
		if (top + height > SHEET_HEIGHT) {
			columns.push([]);
			top = GAP;
		}
		columns.at(-1)!.push(top);
		top += height + GAP;
	}
	return columns;
}

const areOver = (a: Lying, b: Lying): boolean => {
	const [one, other] = [boxAroundNote(a, a), boxAroundNote(b, b)];
	return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
};
