import { leads } from '#lib/domain/group.ts';
import type { Seat } from '#lib/domain/room.ts';

/** Tiles and lists keep this order for good: those who lead first, then by chair. */
export function inCircleOrder<S extends Pick<Seat, 'place' | 'seat' | 'person'>>(seats: readonly S[]): S[] {
	return [...seats].sort(
		(a, b) =>
			Number(leads(b.place)) - Number(leads(a.place)) || a.seat - b.seat || (a.person < b.person ? -1 : 1)
	);
}

/** The queue of hands: who raised theirs first speaks first. */
export function raisedHands<S extends Pick<Seat, 'hand' | 'seat'>>(seats: readonly S[]): S[] {
	return seats
		.filter((seat) => seat.hand !== null)
		.sort((a, b) => (a.hand ?? 0) - (b.hand ?? 0) || a.seat - b.seat);
}

/** A place in the queue as people say it: 1st, 2nd, 3rd, 4th. */
export function ordinal(place: number): string {
	const tens = place % 100;
	if (tens >= 11 && tens <= 13) return `${place}th`;
	return `${place}${['th', 'st', 'nd', 'rd'][place % 10] ?? 'th'}`;
}
