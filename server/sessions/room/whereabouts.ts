import type * as Y from 'yjs';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { deskDocument, roomDocument } from '../../../src/lib/domain/room.ts';
import { insertAttendance } from '../../store/attendance.ts';
import type { Outcome } from '../commands/command.ts';
import type { LiveRoom } from './live-room.ts';

/** What changes when a person's first socket opens on the room, or their last closes (S21). */
export function seatPresence(
	room: LiveRoom,
	{ person, here, now }: { person: PersonId; here: boolean; now: number }
): Outcome | null {
	const seat = room.state.seats.get(person);
	if (!seat || seat.here === here) return null;
	const outcome = { room: (doc: Y.Doc) => void roomDocument(doc).seats.set(person, { ...seat, here }) };
	// Whoever closes the page after the end has stayed to the end.
	if (room.state.about.state === 'ended') return outcome;
	const what = here ? 'returned' : 'dropped';
	return {
		...outcome,
		statements: [insertAttendance(room.db, { session: room.session.id, person, what, at: now })]
	};
}

/** What changes for the facilitators when somebody who waits is there, or gone for now. */
export function doorPresence(
	room: LiveRoom,
	{ person, here }: { person: PersonId; here: boolean }
): Outcome | null {
	const waiting = room.state.waiting.get(person);
	if (!waiting || waiting.here === here) return null;
	return { desk: (doc) => void deskDocument(doc).waiting.set(person, { ...waiting, here }) };
}
