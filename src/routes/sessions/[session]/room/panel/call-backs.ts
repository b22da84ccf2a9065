import type { PersonId } from '#lib/domain/ids.ts';
import type { Flag, Seat, Waiting } from '#lib/domain/room.ts';

interface Around {
	seats: readonly Pick<Seat, 'person' | 'here'>[];
	waiting: readonly Pick<Waiting, 'person' | 'here'>[];
}

/** Whether a person's page is open, in the room or before its door. */
export function isConnected(person: PersonId, { seats, waiting }: Around): boolean {
	return [...seats, ...waiting].some((one) => one.person === person && one.here);
}

/**
 * S04: whom to call back: one flag of each person who is not connected while a flag of theirs is not cleared, seen or not. A
 * quiet notice calls nobody back (S03).
 */
export function callBacks(flags: readonly Flag[], around: Around): Flag[] {
	const away = flags.filter(
		({ state, quiet, person }) => state.is !== 'cleared' && !quiet && !isConnected(person, around)
	);
	return away.filter(({ person }, index) => away.findIndex((one) => one.person === person) === index);
}
