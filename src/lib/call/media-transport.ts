import type { PersonId } from '#lib/domain/ids.ts';
import type { IceServer, MediaTicket } from '#lib/protocol/media-ticket.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import type { LinkNote } from './link-note.ts';
import type { LinkSample } from './link-sample.ts';
import type { Rung } from './rungs.ts';

/** A link to one person: being made, carrying media, or broken and being mended. */
export type LinkState = 'connecting' | 'connected' | 'broken';

/**
 * The line to the server over which links are made. Links live on while it is `away`.
 * `taken-over`: the person is in the room in a newer tab. `refused`: no longer in the room, or not known.
 */
export type LineState = 'connecting' | 'open' | 'away' | 'taken-over' | 'refused';

/** The certificates of both ends of every link that carries media, by their SHA-256 fingerprints. */
export interface Certificates {
	mine: string;
	theirs: ReadonlyMap<PersonId, string>;
}

/** What a transport tells its owner. */
export interface TransportEvents {
	line(state: LineState): void;
	/** Null when the link is gone: the person left the call. */
	link(person: PersonId, state: LinkState | null): void;
	track(person: PersonId, kind: TrackKind, track: MediaStreamTrack): void;
	note(person: PersonId, note: LinkNote): void;
}

/** Carries voice and faces between the people of a room. One contract for every carrier. */
export interface MediaTransport {
	join(ticket: MediaTicket): Promise<void>;
	/** Takes a microphone, camera or screen into every link, or out of it; no link is made anew. */
	setTrack(kind: TrackKind, track: MediaStreamTrack | null): void;
	/** How much to send to one person: below 'voice' not even that. */
	setSend(person: PersonId, rung: Rung): void;
	tell(person: PersonId, note: LinkNote): void;
	/** TURN credentials end within the hour: new ones for the restarts to come. */
	renew(iceServers: IceServer[]): void;
	/** The network changed, or the device woke up: mend every link now. */
	restart(): void;
	sample(): Promise<Map<PersonId, LinkSample>>;
	/** How loud each person is now, 0-1. */
	loudness(): Map<PersonId, number>;
	/**
	 * The certificates as SDP, statistics and the browser itself agree on them, or 'unequal' when they do not; null
	 * while there is no link. Absent on a carrier that ends the encryption before it reaches the other browser.
	 */
	certificates?(): Promise<Certificates | 'unequal' | null>;
	/** Says goodbye and ends every link. */
	leave(): void;
}
