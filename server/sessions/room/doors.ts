import type * as Y from 'yjs';
import type { PersonId } from '../../../src/lib/domain/ids.ts';
import { askedFirst } from '../../../src/lib/domain/asked-first.ts';
import { type Door, doorDocument, type Seat, THE } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from './live-room.ts';

/** What a person who waits is shown at their own door: nothing of the others but how many are before them (S20). */

export type DoorChange = [PersonId, (doc: Y.Doc) => void];

const CLOSED_DOOR: Door = {
	state: 'waiting',
	queue: 0,
	leaderIn: false,
	askedFirst: null,
	inside: [],
	message: '',
	room: null,
	desk: null,
	line: null,
	own: null
};

export function changeDoor(person: PersonId, part: Partial<Door>): DoorChange {
	return [
		person,
		(doc) => {
			const { door } = doorDocument(doc);
			door.set(THE, { ...(door.get(THE) ?? CLOSED_DOOR), ...part });
		}
	];
}

/** The door of someone who was let in: the documents that are theirs to open. */
export function admittedDoor(room: LiveRoom, person: PersonId): DoorChange {
	const leading = room.leads(person);
	return changeDoor(person, {
		state: 'admitted',
		queue: 0,
		message: '',
		room: room.documents.room,
		desk: leading ? room.documents.desk : null,
		line: leading ? null : (room.documents.line.get(person) ?? null),
		own: room.documents.own.get(person) ?? null
	});
}

/** The doors of those who wait on, in the order in which they came, while some go from the room or come into it. */
export function waitingDoors(
	room: LiveRoom,
	{ without = [], coming = [] }: { without?: readonly PersonId[]; coming?: readonly Seat[] } = {}
): DoorChange[] {
	const stay = [...room.state.seats.values()].filter(({ person }) => !without.includes(person));
	const inside = kindsInside([...stay, ...coming]);
	return [...room.state.waiting.values()]
		.filter((one) => !without.includes(one.person))
		.sort((a, b) => a.since - b.since)
		.map((one, index) =>
			changeDoor(one.person, { state: 'waiting', queue: index + 1, leaderIn: room.leaderHere, inside })
		);
}

/** What whoever comes later is told of before they come in, as those who were in were asked (S16). */
export function kindsInside(seats: Iterable<Seat>): Door['inside'] {
	const kinds = [...seats].map(({ place, isNew }) => askedFirst({ place, isNew }));
	return [...new Set(kinds.filter((kind) => kind !== null))];
}
