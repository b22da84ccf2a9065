import type { Spot } from './board.ts';
import { isLine, type ShapeForm } from './board-shape.ts';
import { turned, type Ends } from './board-shape-path.ts';

/** Whether a spot is within `reach` of a shape's line. Inside a box or an ellipse is not on it; a stamp is touched anywhere. */
export function isOnShape(
	{ kind, angle }: Pick<ShapeForm, 'kind' | 'angle'>,
	{ start, end }: Ends,
	{ spot, reach }: { spot: Spot; reach: number }
): boolean {
	if (isLine(kind)) return distanceToLine(spot, start, end) <= reach;
	const middle = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 };
	// As it would lie if the shape were not turned.
	const straight = turned(spot, middle, -angle);
	const away = { x: Math.abs(straight.x - middle.x), y: Math.abs(straight.y - middle.y) };
	const half = { x: Math.abs(end.x - start.x) / 2, y: Math.abs(end.y - start.y) / 2 };
	if (kind === 'ellipse') {
		const inEllipse = (by: number) =>
			half.x + by > 0 && half.y + by > 0 && Math.hypot(away.x / (half.x + by), away.y / (half.y + by)) <= 1;
		return inEllipse(reach) && !inEllipse(-reach);
	}
	const inBox = (by: number) => away.x <= half.x + by && away.y <= half.y + by;
	return inBox(reach) && (kind === 'stamp' || !inBox(-reach));
}

/** How far a spot is from the line between two others. */
export function distanceToLine({ x, y }: Spot, a: Spot, b: Spot): number {
	const [dx, dy] = [b.x - a.x, b.y - a.y];
	const length = dx * dx + dy * dy;
	const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a.x) * dx + (y - a.y) * dy) / length));
	return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}
