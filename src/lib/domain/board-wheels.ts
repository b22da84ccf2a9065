import type { Spot } from './board.ts';
import { PRINT_LINE } from './board-pens.ts';
import type { SheetShape } from './board-shapes.ts';
import { hint, label, line, MIDDLE, outline, type BoardTemplate, type Zone } from './board-template-parts.ts';

/** A part of a wheel, clockwise from the top. */
interface Part {
	id: string;
	label: string;
	/** What helps to find it. */
	near: string;
}

const RIM = { x: 780, y: 485 };
const HUB = 0.18;
/** Where a part's name stands between the middle and the rim. */
const NAMED = 0.74;
const LINE_HEIGHT = 34;

/** A point on the wheel: `out` is 0 in its middle and 1 on its rim, `turn` goes once around from the top. */
const at = (out: number, turn: number): Spot => ({
	x: Math.round(MIDDLE.x + RIM.x * out * Math.sin(turn * 2 * Math.PI)),
	y: Math.round(MIDDLE.y - RIM.y * out * Math.cos(turn * 2 * Math.PI))
});

const turnOf = ({ x, y }: Spot) =>
	(Math.atan2((x - MIDDLE.x) / RIM.x, (MIDDLE.y - y) / RIM.y) / (2 * Math.PI) + 1) % 1;

const ring = (out: number): SheetShape => ({
	kind: 'ellipse',
	...MIDDLE,
	rx: RIM.x * out,
	ry: RIM.y * out,
	line: PRINT_LINE
});

function spoke(turn: number): SheetShape {
	const [from, to] = [at(HUB, turn), at(1, turn)];
	return line(from.x, from.y, to.x, to.y);
}

/** The first part lies around the top, each of the others a step further. */
const wheel = (parts: readonly Part[]): Pick<BoardTemplate, 'shapes' | 'zones'> => ({
	shapes: [
		ring(1),
		ring(HUB),
		...parts.map((_part, index) => spoke((index + 0.5) / parts.length)),
		...parts.flatMap((part, index) => {
			const { x, y } = at(NAMED, index / parts.length);
			return [label(part.label, x, y), hint(part.near, x, y + LINE_HEIGHT)];
		})
	],
	zones: parts.map(({ id, label: name }, index): Zone => ({
		id,
		label: name,
		contains: (spot) => Math.floor(turnOf(spot) * parts.length + 0.5) % parts.length === index
	}))
});

const FEELINGS: Part[] = [
	{ id: 'glad', label: 'Glad', near: 'content, proud, playful' },
	{ id: 'loving', label: 'Warm', near: 'close, thankful, tender' },
	{ id: 'afraid', label: 'Afraid', near: 'uneasy, worried, on edge' },
	{ id: 'sad', label: 'Sad', near: 'low, lonely, let down' },
	{ id: 'ashamed', label: 'Ashamed', near: 'small, guilty, exposed' },
	{ id: 'angry', label: 'Angry', near: 'annoyed, hurt, fed up' }
];

const VALUES: Part[] = [
	{ id: 'people', label: 'The people I love', near: 'how I want to be with them' },
	{ id: 'belonging', label: 'Belonging', near: 'friends, neighbours, groups' },
	{ id: 'making', label: 'Work and learning', near: 'what I give and make' },
	{ id: 'body', label: 'Body and rest', near: 'how I care for myself' },
	{ id: 'joy', label: 'Play and joy', near: 'what makes me come alive' },
	{ id: 'larger', label: 'Something larger', near: 'nature, faith, fairness' }
];

export const FEELINGS_WHEEL: BoardTemplate = {
	id: 'feelings-wheel',
	title: 'Feelings wheel',
	summary: 'Six families of feelings around one middle, each with words that lie near.',
	...wheel(FEELINGS)
};

const compass = wheel(VALUES);
const { x: cx, y: cy } = MIDDLE;

export const VALUES_COMPASS: BoardTemplate = {
	id: 'values-compass',
	title: 'Values compass',
	summary: 'Six directions of a life: what matters there, and a next step that way.',
	zones: compass.zones,
	shapes: [
		...compass.shapes,
		// Its needle points up, to whatever matters most.
		outline(`M${cx},${cy - 72}L${cx + 20},${cy}L${cx},${cy + 72}L${cx - 20},${cy}Z`),
		line(cx - 20, cy, cx + 20, cy)
	]
};
