import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat, Stage } from '#lib/domain/room.ts';

export interface Turn {
	person: PersonId;
	name: string;
	state: 'had' | 'now' | 'next' | 'later' | 'away';
}

/** The circle of a round: who has had a turn or passed, who speaks, who is next. */
export function turnsOf(round: Stage['round'], seats: readonly Seat[]): Turn[] {
	if (!round) return [];
	const seatOf = new Map(seats.map((seat) => [seat.person, seat]));
	const had = new Set(round.had);
	let nextFound = false;
	return round.order.flatMap((person) => {
		const seat = seatOf.get(person);
		if (!seat) return [];
		return [{ person, name: seat.name, state: stateOf(person, seat) }];
	});

	function stateOf(person: PersonId, seat: Seat): Turn['state'] {
		if (round?.turn === person) return 'now';
		if (had.has(person)) return 'had';
		if (!seat.here) return 'away';
		if (nextFound) return 'later';
		nextFound = true;
		return 'next';
	}
}
