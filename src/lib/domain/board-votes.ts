import type * as Y from 'yjs';
import type { Note } from './board.ts';
import { apartDocument } from './board-apart.ts';

/** Dots that each puts on notes in a folder of their own, and that the server counts when they are shown (S10, S11). */
export interface Voting {
	/** When it began: the dots of an earlier voting do not count. */
	round: number;
	/** How many dots each person has. */
	dots: number;
	/** Counted once, when shown; null before. */
	shown: { people: number; counts: Record<string, number> } | null;
}

export const DOTS_MOST = 10;
export const DOTS_USUAL = 3;

/** The key of a note's dots in a folder. */
export const dotsKey = (round: number, note: string) => `${round} ${note}`;

/** How many dots a person has put on each note: never more than they have, whatever stands in their folder. */
export function dotsIn(folder: Y.Doc, { round, dots }: Voting): Map<string, number> {
	const counted = new Map<string, number>();
	let left = dots;
	for (const [key, value] of [...apartDocument(folder).votes.entries()].sort(([a], [b]) =>
		a < b ? -1 : 1
	)) {
		const [start, note = ''] = key.split(' ');
		if (start !== String(round) || !Number.isSafeInteger(value) || value < 1) continue;
		const count = Math.min(value, left);
		left -= count;
		if (count > 0) counted.set(note, count);
	}
	return counted;
}

/** The sum over all ballots, of notes that are there. */
export function countDots(ballots: readonly ReadonlyMap<string, number>[], notes: readonly Note[]) {
	const counts: Record<string, number> = {};
	for (const { id } of notes) {
		const sum = ballots.reduce((total, ballot) => total + (ballot.get(id) ?? 0), 0);
		if (sum > 0) counts[id] = sum;
	}
	return counts;
}
