import type { MeasuredBoard } from './measure-board.ts';
import type { OwnInk } from './measure-opening.ts';

const COLUMNS = ['live', 'pan', 'remote'] as const;
const GROWTH_MOST = 1.5;
const BETTER_LEAST = 10;
const BYTES_MOST = 1_200_000;
const OPENING_MS_MOST = 1000;
const FRAMES_MOST = 2;

interface Besides {
	opening: { bytes: number; ms: number };
	together: OwnInk;
}

/** The results side by side: CPU ms a frame of the whole browser. */
export function boardTable(results: readonly MeasuredBoard[]): string {
	const rows = results.map(({ approach, strokes, live, pan, remote }) => [
		...[approach, `${strokes}`],
		...[live, pan, remote].map((value) => value.toFixed(1))
	]);
	const head = ['approach', 'strokes', 'live', 'pan and zoom', 'remote'];
	const widths = head.map((title, n) => Math.max(title.length, ...rows.map((row) => row[n]!.length)));
	return [head, ...rows].map((row) => row.map((cell, n) => cell.padEnd(widths[n]!)).join('  ')).join('\n');
}

/** One thing we hold ourselves to, and whether a run kept it. */
interface Goal {
	isKept: boolean;
	words: string;
}

/** What we hold ourselves to, a line each. */
export const goalLines = (goals: readonly Goal[]): string =>
	goals.map(({ isKept, words }) => `${isKept ? 'kept  ' : 'MISSED'}  ${words}`).join('\n');

/** What we hold ourselves to, as this run found it. */
export function goals(results: readonly MeasuredBoard[], { opening, together }: Besides): Goal[] {
	const counts = results.map(({ strokes }) => strokes);
	const [least, most] = [Math.min(...counts), Math.max(...counts)];
	const find = (approach: string, strokes: number) =>
		results.find((one) => one.approach === approach && one.strokes === strokes);
	const lines: Goal[] = [];
	const [few, full] = [find('hearth', least), find('hearth', most)];
	if (few && full && least < most) {
		for (const column of COLUMNS) {
			const growth = full[column] / few[column];
			lines.push(goal(growth <= GROWTH_MOST, `${column} at ${most} is ${growth.toFixed(2)} x of ${least}`));
		}
	}
	const others = [find('svg', most), find('canvas', most)].filter((one) => one !== undefined);
	if (full && others.length > 0) {
		const better = Math.max(...others.map((one) => one.pan)) / full.pan;
		lines.push(
			goal(better >= BETTER_LEAST, `pan and zoom at ${most} is ${better.toFixed(1)} x better than the worse`)
		);
	}
	lines.push(
		goal(opening.bytes <= BYTES_MOST, `a document of 5,000 strokes has ${opening.bytes} bytes`),
		goal(opening.ms < OPENING_MS_MOST, `opening it takes ${opening.ms} ms of the main thread`),
		goal(
			together.frames.p95 <= FRAMES_MOST,
			`with ${together.people} drawing on ${together.strokes} strokes one’s own ink is seen after ` +
				`${together.frames.p50} / ${together.frames.p95} frames, ${together.ms.p50} / ${together.ms.p95} ms (p50 / p95)`
		)
	);
	return lines;
}

const goal = (isKept: boolean, words: string): Goal => ({ isKept, words });
