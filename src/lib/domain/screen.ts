import { leads } from './group.ts';
import type { Seat } from './room.ts';

/** Whose screen is before the group: one at a time. */
export function screenShown(seats: Iterable<Seat>): Seat | null {
	return [...seats].find(({ screen }) => screen === 'shown') ?? null;
}

/** Facilitators may; a member once a facilitator has said so; who looks on never. */
export function mayShowScreen(seat: Seat | null): boolean {
	if (!seat || seat.steppedOut || seat.place === 'observer') return false;
	return leads(seat.place) || seat.screen === 'allowed' || seat.screen === 'shown';
}

/** What stands at a seat when its own person puts the screen away: who was allowed may show it again. */
export function putAway({ place }: Seat): Seat['screen'] {
	return leads(place) ? 'no' : 'allowed';
}
