import type { Spot } from './board.ts';
import { NOTE_SIZE } from './board-note-size.ts';

/**
 * Notes in the order in which a person would read them out: in rows from the top, each from left to right.
 * Notes are in one row when they begin within half a note's height of the row's first.
 */
export function inReadingOrder<Thing extends { id: string; place: Spot }>(things: Thing[]): Thing[] {
	const fromTop = [...things].sort((a, b) => a.place.y - b.place.y || compareInRow(a, b));
	const rows: Thing[][] = [];
	for (const thing of fromTop) {
		const row = rows.at(-1);
		const isInRow = row && thing.place.y - row[0]!.place.y < NOTE_SIZE.height / 2;
		if (isInRow) row.push(thing);
		else rows.push([thing]);
	}
	return rows.flatMap((row) => [...row].sort(compareInRow));
}

function compareInRow(a: { id: string; place: Spot }, b: { id: string; place: Spot }): number {
	return a.place.x - b.place.x || (a.id < b.id ? -1 : 1);
}
