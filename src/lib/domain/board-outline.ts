import { getStroke } from 'perfect-freehand';
import type { Ink } from './board-ink.ts';

interface Nib {
	width: number;
	marker: boolean;
}

/**
 * The edge of a stroke as an SVG path to be filled: one line of ink is drawn the same way on the canvas, in a
 * page and in a PDF. `isDone` is false while the pen is still down.
 */
export function inkPath(ink: Ink, nib: Nib, isDone = true): string {
	const edge = getStroke(ink.points, {
		size: nib.width,
		thinning: nib.marker ? 0 : 0.55,
		smoothing: 0.5,
		streamline: nib.marker ? 0.4 : 0.3,
		simulatePressure: !nib.marker && !ink.pressed,
		last: isDone
	});
	const first = edge[0];
	if (!first || edge.length < 3) return '';
	const parts = [`M${place(first)}Q`];
	for (let index = 0; index < edge.length; index++) {
		const from = edge[index]!;
		const to = edge[(index + 1) % edge.length]!;
		parts.push(`${place(from)} ${place([(from[0]! + to[0]!) / 2, (from[1]! + to[1]!) / 2])} `);
	}
	return `${parts.join('').trimEnd()}Z`;
}

const place = (point: number[]) => `${short(point[0]!)},${short(point[1]!)}`;
const short = (value: number) => Math.round(value * 10) / 10;
