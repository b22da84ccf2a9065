import { SHEET_HEIGHT, SHEET_WIDTH } from './board.ts';
import { PRINT_LINE } from './board-pens.ts';
import { BODY_OUTLINE, FIVE_AREAS, GRATITUDE_WALL, LADDER } from './board-prints.ts';
import type { SheetShape } from './board-shapes.ts';
import { area, label, line, MIDDLE, type BoardTemplate, type Zone } from './board-template-parts.ts';
import { FEELINGS_WHEEL, VALUES_COMPASS } from './board-wheels.ts';

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
	{
		...{ id: 'blank', title: 'Blank sheet', summary: 'Room for anything.' },
		...{ shapes: [], zones: NINE_PARTS, isPlain: true }
	},
	{
		...{ id: 'lined', title: 'Lined sheet', summary: 'Lines to write along.' },
		shapes: Array.from({ length: 12 }, (_, row) =>
			line(40, 120 + row * 72, SHEET_WIDTH - 40, 120 + row * 72)
		),
		...{ zones: NINE_PARTS, isPlain: true }
	},
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
	},
	FIVE_AREAS,
	FEELINGS_WHEEL,
	VALUES_COMPASS,
	BODY_OUTLINE,
	LADDER,
	GRATITUDE_WALL
];

const BLANK = BOARD_TEMPLATES[0]!;

/** The template with this id; a plan made with one that is no longer offered gets a blank sheet. */
export function templateOf(id: string): BoardTemplate {
	return BOARD_TEMPLATES.find((template) => template.id === id) ?? BLANK;
}
