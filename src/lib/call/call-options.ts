import type { PersonId, SessionId } from '#lib/domain/ids.ts';
import type { Means, Seat } from '#lib/domain/room.ts';
import type { MediaTicket } from '#lib/protocol/media-ticket.ts';
import type { MediaPresence } from '#lib/room/media-presence.ts';
import type { MediaTransport, TransportEvents } from './media-transport.ts';

/** What a call needs of the room around it. */
export interface CallOptions {
	me: PersonId;
	session: SessionId;
	/** A place in the call, see `fetchTicket`; rejects with a Refusal when there is none for me. */
	ticket(): Promise<MediaTicket>;
	/** The room's seats, reactive. */
	seats(): Seat[];
	/** What the others say of their own part, from the room's presence; reactive. */
	others(): ReadonlyMap<PersonId, MediaPresence>;
	/** What the room is told of my screen. `show` rejects with a Refusal when it may not be. */
	screen: { show(): Promise<void>; putAway(): void };
	/** Told how I take part, whenever my own tap changes it. */
	means?(means: Means): void;
	/** Another carrier than the mesh. */
	transport?(events: TransportEvents): MediaTransport;
}
