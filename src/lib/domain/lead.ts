import { leads } from './group.ts';
import type { PersonId } from './ids.ts';
import type { Seat } from './room.ts';

type Leading = Pick<Seat, 'person' | 'place' | 'seat' | 'here'>;

/**
 * Who has the lead now: whom it was handed to, or the group's facilitator; while they are away, whoever leads
 * with them. All facilitators have the same controls, whoever has the lead.
 */
export function leadOf<S extends Leading>(seats: readonly S[], handedTo: PersonId | null): S | null {
	const leaders = seats
		.filter(({ place }) => leads(place))
		.sort(
			(a, b) =>
				Number(b.person === handedTo) - Number(a.person === handedTo) ||
				Number(b.place === 'facilitator') - Number(a.place === 'facilitator') ||
				a.seat - b.seat
		);
	return leaders.find(({ here }) => here) ?? leaders[0] ?? null;
}
