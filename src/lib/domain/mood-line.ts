/** Where a line of moods runs: the page and the PDF draw it from the same places. */

const MOST_MOOD = 10;

/** How far across the chart the session at `index` of `count` stands, from 0 to 1. */
export function acrossOf(index: number, count: number): number {
	return (index + 0.5) / count;
}

/** How high a mood of 0-10 stands, from 0 to 1. */
export function heightOf(mood: number): number {
	return Math.min(Math.max(mood / MOST_MOOD, 0), 1);
}

/** Neighbours that have a value, as runs: a line is broken where one has none. */
export function runsOf<Value>(values: readonly (Value | null)[]): { index: number; value: Value }[][] {
	const runs: { index: number; value: Value }[][] = [];
	values.forEach((value, index) => {
		if (value === null) return;
		const last = runs.at(-1);
		if (last && last.at(-1)?.index === index - 1) last.push({ index, value });
		else runs.push([{ index, value }]);
	});
	return runs;
}
