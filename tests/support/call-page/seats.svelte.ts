import type { PersonId } from '#lib/domain/ids.ts';
import type { Seat } from '#lib/domain/room.ts';

/** The seats of the page's room, which the test changes as a facilitator would. */
export class Seats {
	all = $state.raw<Seat[]>([]);

	change(person: PersonId, change: Partial<Seat>): void {
		this.all = this.all.map((seat) => (seat.person === person ? { ...seat, ...change } : seat));
	}
}
