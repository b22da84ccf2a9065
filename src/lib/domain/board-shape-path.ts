import type { Box, Spot } from './board.ts';
import { isLine, type BoardShape, type ShapeForm } from './board-shape.ts';
import { STAMPS } from './board-stamps.ts';

/** Where a shape begins and ends: the corners of its box, or the two ends of its line. */
export interface Ends {
	start: Spot;
	end: Spot;
}

/** How thick a shape's edge is, in sheet units. */
export const SHAPE_LINE = 5;
/** What is inside lets everything under it be read. */
export const SHAPE_FILL = 0.14;

const STAMP_UNITS = 24;
const HEAD = 26;
const HEAD_ANGLE = 0.5;
/** Between an arrow and what it points at. */
const GAP = 8;
/** How far the handles of a curve stand out that is to be a quarter of a circle. */
const ROUND = 0.5523;

/** The ends of a shape. Those of an arrow that are attached follow what they are attached to. */
export function endsOf(shape: BoardShape, boxOf: (thing: string) => Box | null): Ends {
	const { place, span } = shape;
	const start = { x: place.x, y: place.y };
	const end = { x: place.x + span.x, y: place.y + span.y };
	const from = shape.from === null ? null : boxOf(shape.from);
	const to = shape.to === null ? null : boxOf(shape.to);
	return {
		start: from ? edgeTowards(from, to ? middleOf(to) : end) : start,
		end: to ? edgeTowards(to, from ? middleOf(from) : start) : end
	};
}

/** The line of a shape as an SVG path: the same on the screen, in a file and on paper. */
export function shapePath(
	{ kind, stamp, angle }: Pick<ShapeForm, 'kind' | 'stamp' | 'angle'>,
	ends: Ends
): string {
	const { start, end } = ends;
	if (isLine(kind)) return kind === 'arrow' ? `${lineBetween(ends)}${headOf(ends)}` : lineBetween(ends);
	const size = { x: end.x - start.x, y: end.y - start.y };
	const middle = { x: start.x + size.x / 2, y: start.y + size.y / 2 };
	const plain =
		kind === 'ellipse'
			? ellipse(middle, size)
			: kind === 'rectangle' || kind === 'picture'
				? `M${at(start)}L${at({ x: end.x, y: start.y })}L${at(end)}L${at({ x: start.x, y: end.y })}Z`
				: moved(STAMPS[stamp ?? 'star'].d, ({ x, y }) => ({
						x: start.x + (x / STAMP_UNITS) * size.x,
						y: start.y + (y / STAMP_UNITS) * size.y
					}));
	return angle === 0 ? plain : moved(plain, (spot) => turned(spot, middle, angle));
}

/** The upright box around a shape. */
export function boxAround({ kind, angle }: Pick<ShapeForm, 'kind' | 'angle'>, { start, end }: Ends): Box {
	const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
	const corners = [start, end, { x: start.x, y: end.y }, { x: end.x, y: start.y }];
	const spots = isLine(kind) ? [start, end] : corners.map((corner) => turned(corner, middle, angle));
	const [xs, ys] = [spots.map((spot) => spot.x), spots.map((spot) => spot.y)];
	return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

export function turned({ x, y }: Spot, middle: Spot, degrees: number): Spot {
	const radians = (degrees * Math.PI) / 180;
	const [dx, dy] = [x - middle.x, y - middle.y];
	return {
		x: middle.x + dx * Math.cos(radians) - dy * Math.sin(radians),
		y: middle.y + dx * Math.sin(radians) + dy * Math.cos(radians)
	};
}

export const middleOf = ({ left, top, right, bottom }: Box): Spot => ({
	x: (left + right) / 2,
	y: (top + bottom) / 2
});

/** Where the line from the middle of a box towards a spot leaves the box. */
function edgeTowards(box: Box, spot: Spot): Spot {
	const middle = middleOf(box);
	const [dx, dy] = [spot.x - middle.x, spot.y - middle.y];
	const [halfWidth, halfHeight] = [(box.right - box.left) / 2 + GAP, (box.bottom - box.top) / 2 + GAP];
	const part = Math.min(
		dx === 0 ? Infinity : halfWidth / Math.abs(dx),
		dy === 0 ? Infinity : halfHeight / Math.abs(dy)
	);
	return part >= 1 ? middle : { x: middle.x + dx * part, y: middle.y + dy * part };
}

const lineBetween = ({ start, end }: Ends) => `M${at(start)}L${at(end)}`;

function headOf({ start, end }: Ends): string {
	const heading = Math.atan2(end.y - start.y, end.x - start.x);
	const barb = (side: number) => ({
		x: end.x - HEAD * Math.cos(heading + side * HEAD_ANGLE),
		y: end.y - HEAD * Math.sin(heading + side * HEAD_ANGLE)
	});
	return `M${at(barb(1))}L${at(end)}L${at(barb(-1))}`;
}

function ellipse({ x, y }: Spot, size: Spot): string {
	const [rx, ry] = [size.x / 2, size.y / 2];
	const [hx, hy] = [rx * ROUND, ry * ROUND];
	const curve = (...spots: [number, number][]) =>
		`C${spots.map(([sx, sy]) => at({ x: sx, y: sy })).join(' ')}`;
	return [
		`M${at({ x: x + rx, y })}`,
		curve([x + rx, y + hy], [x + hx, y + ry], [x, y + ry]),
		curve([x - hx, y + ry], [x - rx, y + hy], [x - rx, y]),
		curve([x - rx, y - hy], [x - hx, y - ry], [x, y - ry]),
		`${curve([x + hx, y - ry], [x + rx, y - hy], [x + rx, y])}Z`
	].join('');
}

/** Every point of a path of ours (absolute points alone) put elsewhere. */
const moved = (path: string, to: (spot: Spot) => Spot) =>
	path.replaceAll(/(-?[\d.]+),(-?[\d.]+)/g, (_pair, x: string, y: string) =>
		at(to({ x: Number(x), y: Number(y) }))
	);

const at = ({ x, y }: Spot) => `${short(x)},${short(y)}`;
const short = (value: number) => Math.round(value * 10) / 10;
