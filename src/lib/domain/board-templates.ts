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
}

const MIDDLE = { x: SHEET_WIDTH / 2, y: SHEET_HEIGHT / 2 };

const label = (text: string, x: number, y: number): SheetShape => ({
	kind: 'words',
	x,
	y,
	lines: [text],
	size: 30,
	lineHeight: 36,
	centred: true,
	bold: true,
	fill: PRINT
});

const line = (x1: number, y1: number, x2: number, y2: number): SheetShape => ({
	kind: 'line',
	x1,
	y1,
	x2,
	y2,
	line: PRINT_LINE
});

const area = (
	id: string,
	name: string,
	[left, top, right, bottom]: [number, number, number, number]
): Zone => ({
	id,
	label: name,
	contains: ({ x, y }) => x >= left && x < right && y >= top && y < bottom
});

const RINGS = [
	{ id: 'control', label: 'In our hands', rx: 300, ry: 180, labelY: 365 },
	{ id: 'influence', label: 'Within our reach', rx: 550, ry: 335, labelY: 215 },
	{ id: 'outside', label: 'Out of our hands', rx: 790, ry: 490, labelY: 65 }
];

const ring = ({ id, label: name, rx, ry }: (typeof RINGS)[number]): Zone => ({
	id,
	label: name,
	contains: ({ x, y }) => ((x - MIDDLE.x) / rx) ** 2 + ((y - MIDDLE.y) / ry) ** 2 <= 1
});

const COLUMNS = ['left', 'middle', 'right'];
const ROWS = ['Top', 'Middle', 'Bottom'];

const NINE_PARTS = ROWS.flatMap((row, y) =>
	COLUMNS.map((column, x) => {
		const [width, height] = [SHEET_WIDTH / 3, SHEET_HEIGHT / 3];
		const name = row === 'Middle' && column === 'middle' ? 'The middle' : `${row} ${column}`;
		return area(`${x}-${y}`, name, [x * width, y * height, (x + 1) * width, (y + 1) * height]);
	})
);

export const BOARD_TEMPLATES: readonly BoardTemplate[] = [
	{ id: 'blank', title: 'Blank sheet', summary: 'Room for anything.', shapes: [], zones: NINE_PARTS },
	{
		id: 'circle-of-control',
		title: 'Circle of control',
		summary: 'Three rings: in our hands, within our reach, out of our hands.',
		shapes: [
			...RINGS.map(({ rx, ry }): SheetShape => ({ kind: 'ellipse', ...MIDDLE, rx, ry, line: PRINT_LINE })),
			...RINGS.map((one) => label(one.label, MIDDLE.x, one.labelY))
		],
		zones: [
			...RINGS.slice(0, 2).map(ring),
			area('outside', 'Out of our hands', [0, 0, SHEET_WIDTH + 1, SHEET_HEIGHT + 1])
		]
	},
	{
		id: 'two-by-two',
		title: 'Two by two',
		summary: 'Four squares: how much it matters, and how much it takes.',
		shapes: [
			line(MIDDLE.x, 70, MIDDLE.x, SHEET_HEIGHT - 20),
			line(20, 535, SHEET_WIDTH - 20, 535),
			label('Matters a lot, takes little', 400, 50),
			label('Matters a lot, takes a lot', 1200, 50),
			label('Matters less, takes little', 400, 580),
			label('Matters less, takes a lot', 1200, 580)
		],
		zones: [
			area('a', 'Matters a lot, takes little', [0, 0, 800, 535]),
			area('b', 'Matters a lot, takes a lot', [800, 0, 1601, 535]),
			area('c', 'Matters less, takes little', [0, 535, 800, 1001]),
			area('d', 'Matters less, takes a lot', [800, 535, 1601, 1001])
		]
	},
	{
		id: 'timeline',
		title: 'Timeline',
		summary: 'One line from earlier to later.',
		shapes: [
			line(60, 500, SHEET_WIDTH - 60, 500),
			line(SHEET_WIDTH - 90, 480, SHEET_WIDTH - 60, 500),
			line(SHEET_WIDTH - 90, 520, SHEET_WIDTH - 60, 500),
			...[400, 800, 1200].map((x) => line(x, 485, x, 515)),
			label('Earlier', 260, 60),
			label('Now', 800, 60),
			label('Later', 1340, 60)
		],
		zones: [
			area('earlier', 'Earlier', [0, 0, 533, 1001]),
			area('now', 'Now', [533, 0, 1067, 1001]),
			area('later', 'Later', [1067, 0, 1601, 1001])
		]
	}
];

const BLANK = BOARD_TEMPLATES[0]!;

/** The template with this id; a plan made with one that is no longer offered gets a blank sheet. */
export function templateOf(id: string): BoardTemplate {
	return BOARD_TEMPLATES.find((template) => template.id === id) ?? BLANK;
}
