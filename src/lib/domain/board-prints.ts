import { SHEET_HEIGHT, SHEET_WIDTH, type Spot } from './board.ts';
import { area, hint, label, line, MIDDLE, outline, type BoardTemplate } from './board-template-parts.ts';

const [RIGHT, BOTTOM] = [SHEET_WIDTH + 1, SHEET_HEIGHT + 1];

export const FIVE_AREAS: BoardTemplate = {
	id: 'five-areas',
	title: 'Five parts of a moment',
	summary: 'What happened, and around it: thoughts, feelings, the body, and what was done.',
	shapes: [
		line(20, 250, SHEET_WIDTH - 20, 250),
		line(MIDDLE.x, 250, MIDDLE.x, SHEET_HEIGHT - 20),
		line(20, 625, SHEET_WIDTH - 20, 625),
		label('What happened', MIDDLE.x, 50),
		label('What went through my mind', 400, 298),
		label('What I felt', 1200, 298),
		label('What my body did', 400, 673),
		label('What I did', 1200, 673)
	],
	zones: [
		area('happened', 'What happened', [0, 0, RIGHT, 250]),
		area('thoughts', 'What went through my mind', [0, 250, 800, 625]),
		area('feelings', 'What I felt', [800, 250, RIGHT, 625]),
		area('body', 'What my body did', [0, 625, 800, BOTTOM]),
		area('did', 'What I did', [800, 625, RIGHT, BOTTOM])
	]
};

/** The right half of a figure seen from the front, from the neck down to between the legs. */
const HALF: [number, number][] = [
	[26, 238],
	[34, 268],
	[110, 290],
	[150, 330],
	[172, 440],
	[196, 560],
	[212, 620],
	[198, 652],
	[172, 626],
	[146, 540],
	[116, 410],
	[104, 520],
	[122, 610],
	[112, 760],
	[88, 930],
	[112, 966],
	[52, 970],
	[46, 930],
	[36, 780],
	[0, 640]
];

/** A closed line that goes softly through all these points. */
function softly(points: readonly Spot[]): string {
	const near = (index: number) => points[(index + points.length) % points.length]!;
	const written = ({ x, y }: Spot) => `${Math.round(x)},${Math.round(y)}`;
	const curves = points.map((point, index) => {
		const [before, next, after] = [near(index - 1), near(index + 1), near(index + 2)];
		const out = { x: point.x + (next.x - before.x) / 6, y: point.y + (next.y - before.y) / 6 };
		const back = { x: next.x - (after.x - point.x) / 6, y: next.y - (after.y - point.y) / 6 };
		return `C${written(out)} ${written(back)} ${written(next)}`;
	});
	return `M${written(near(0))}${curves.join('')}Z`;
}

const FIGURE = [
	...HALF.map(([dx, y]) => ({ x: MIDDLE.x + dx, y })),
	...HALF.slice(0, -1)
		.map(([dx, y]) => ({ x: MIDDLE.x - dx, y }))
		.reverse()
];
const HEAD = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => ({
	x: MIDDLE.x + 72 * Math.sin((step * Math.PI) / 4),
	y: 140 - 96 * Math.cos((step * Math.PI) / 4)
}));

const BODY_BANDS = [
	{ id: 'head', name: 'Head and face', from: 0, to: 245 },
	{ id: 'chest', name: 'Shoulders and chest', from: 245, to: 450 },
	{ id: 'belly', name: 'Belly', from: 450, to: 640 },
	{ id: 'legs', name: 'Legs and feet', from: 640, to: BOTTOM }
];

export const BODY_OUTLINE: BoardTemplate = {
	id: 'body-outline',
	title: 'Body outline',
	summary: 'Where something is felt: beside the body, or drawn into it.',
	shapes: [
		outline(softly(HEAD)),
		outline(softly(FIGURE)),
		...BODY_BANDS.slice(1).flatMap(({ from }) => [line(20, from, 520, from), line(1080, from, 1580, from)]),
		...BODY_BANDS.map(({ name, from }) => label(name, 270, from + 46))
	],
	zones: BODY_BANDS.map(({ id, name, from, to }) => area(id, name, [0, from, RIGHT, to]))
};

const STEPS = 6;
const STEP_HEIGHT = SHEET_HEIGHT / STEPS;

/** From the top of the sheet, where the last step is. */
const LADDER_STEPS = Array.from({ length: STEPS }, (_, index) => ({
	number: STEPS - index,
	from: index * STEP_HEIGHT
}));

export const LADDER: BoardTemplate = {
	id: 'ladder',
	title: 'Ladder',
	summary: 'Six steps from the easiest at the bottom to the hardest at the top.',
	shapes: [
		line(320, 10, 320, SHEET_HEIGHT - 10),
		line(SHEET_WIDTH - 80, 10, SHEET_WIDTH - 80, SHEET_HEIGHT - 10),
		...LADDER_STEPS.slice(1).map(({ from }) => line(320, from, SHEET_WIDTH - 80, from)),
		...LADDER_STEPS.map(({ number, from }) => label(`Step ${number}`, 170, from + STEP_HEIGHT / 2)),
		hint('the hardest', 170, STEP_HEIGHT / 2 + 34),
		hint('the easiest', 170, SHEET_HEIGHT - STEP_HEIGHT / 2 + 34)
	],
	zones: LADDER_STEPS.map(({ number, from }) =>
		area(`step-${number}`, `Step ${number}`, [0, from, RIGHT, number === 1 ? BOTTOM : from + STEP_HEIGHT])
	)
};

const ROW = 180;
const TOP = 90;
const BRICK = 320;

/** The joints of a row of bricks, every second row half a brick further. */
const jointsOf = (row: number) =>
	Array.from({ length: 5 }, (_, index) => (index + (row % 2 === 0 ? 1 : 0.5)) * BRICK).filter(
		(x) => x < SHEET_WIDTH
	);

export const GRATITUDE_WALL: BoardTemplate = {
	id: 'gratitude-wall',
	title: 'Gratitude wall',
	summary: 'A wall of bricks for what was good: with someone, around us, in ourselves.',
	shapes: [
		...[0, 1, 2, 3, 4].flatMap((row) => {
			const top = TOP + row * ROW;
			return [
				line(0, top, SHEET_WIDTH, top),
				...jointsOf(row).map((x) => line(x, top, x, Math.min(top + ROW, SHEET_HEIGHT)))
			];
		}),
		label('Someone', 267, 56),
		label('Something around us', MIDDLE.x, 56),
		label('Something in me', 1333, 56)
	],
	zones: [
		area('someone', 'Someone', [0, 0, 533, BOTTOM]),
		area('around', 'Something around us', [533, 0, 1067, BOTTOM]),
		area('in-me', 'Something in me', [1067, 0, RIGHT, BOTTOM])
	]
};
