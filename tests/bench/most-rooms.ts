import type { Measured } from './measure.ts';

/** The search ends when it knows the answer to within this part of it. */
const NEAR_ENOUGH = 0.1;

/** The most rooms that a server kept up with: doubling or halving from `first`, then bisecting. */
export async function mostRooms(
	first: number,
	measure: (rooms: number) => Promise<Measured>
): Promise<Measured> {
	let kept: Measured | null = null;
	let lost = Infinity;
	let rooms = first;
	while (rooms >= 1 && lost - (kept?.rooms ?? 0) > Math.max(1, NEAR_ENOUGH * (kept?.rooms ?? 0))) {
		const measured = await measure(rooms);
		if (measured.keptUp) kept = measured;
		else lost = rooms;
		if (lost === Infinity) rooms = Math.ceil(rooms * 1.5);
		else if (!kept) rooms = Math.floor(rooms / 2);
		else rooms = Math.round((kept.rooms + lost) / 2);
	}
	return kept ?? { ...(await measure(1)), rooms: 0 };
}
