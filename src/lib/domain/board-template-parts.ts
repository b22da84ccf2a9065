import { SHEET_HEIGHT, SHEET_WIDTH, type Spot } from './board.ts';
import { PRINT, PRINT_LINE } from './board-pens.ts';
import type { SheetShape } from './board-shapes.ts';

/** A named part of a sheet: a note can be moved there by name, and is read out with it. */
export interface Zone {
	id: string;
	label: string;
	contains(spot: Spot): boolean;
}

export interface BoardTemplate {
	id: string;
	title: string;
	/** One line for whoever plans a session. */
	summary: string;
	shapes: SheetShape[];
	/** The first zone that contains a spot is the one it is in. */
	zones: Zone[];
	/** Its parts mean nothing: they are only places on the sheet. */
	isPlain?: true;
}

export const MIDDLE = { x: SHEET_WIDTH / 2, y: SHEET_HEIGHT / 2 };

const words = (text: string, { x, y }: Spot, type: { size: number; bold: boolean }): SheetShape => ({
	kind: 'words',
	x,
	y,
	lines: [text],
	...type,
	lineHeight: type.size + 6,
	centred: true,
	fill: PRINT
});

export const label = (text: string, x: number, y: number): SheetShape =>
	words(text, { x, y }, { size: 30, bold: true });

/** Under a label, or beside it: what helps to understand it. */
export const hint = (text: string, x: number, y: number): SheetShape =>
	words(text, { x, y }, { size: 24, bold: false });

export const line = (x1: number, y1: number, x2: number, y2: number): SheetShape => ({
	kind: 'line',
	x1,
	y1,
	x2,
	y2,
	line: PRINT_LINE
});

export const area = (
	id: string,
	name: string,
	[left, top, right, bottom]: [number, number, number, number]
): Zone => ({
	id,
	label: name,
	contains: ({ x, y }) => x >= left && x < right && y >= top && y < bottom
});

/** A printed line along a path of absolute points. */
export const outline = (d: string): SheetShape => ({
	kind: 'outline',
	d,
	line: PRINT_LINE,
	width: 3,
	inside: 0
});
