import type { Reachable } from './media-ticket.ts';
import type { Carrier, FromSfu } from './sfu-protocol.ts';

/** The largest signalling frame, in bytes. */
export const SIGNAL_FRAME_BYTES = 64 * 1024;

/** A browser speaks every 5 s; after this silence its socket counts as dead (R34). */
export const SIGNAL_SILENCE_MS = 60_000;

/** Why the server ends a signalling socket. */
export const SIGNAL_CLOSE = {
	/** The person left the call. */
	left: 1000,
	/** The server stops or restarts: come back. */
	restarting: 1012,
	/** A frame that no client of ours sends (R35). */
	malformed: 4400,
	/** The sign-in has ended (R06). */
	signedOut: 4401,
	/** Not admitted, removed, a foreign id or an unknown room: all the same from outside (R31). */
	notAdmitted: 4404,
	/** The same person has joined from elsewhere. */
	takenOver: 4409,
	/** Too many frames (R33). */
	flooding: 4429
} as const;

export type SignalEnd = keyof typeof SIGNAL_CLOSE;

/** What one browser sends to another through the server, in PeerJS's words. */
export type RelayedKind = 'OFFER' | 'ANSWER' | 'CANDIDATE';

/** What two browsers tell each other through the server, where no link of theirs carries it. */
export type TellingKind = 'KEY' | 'NOTE';

/** Who can be reached, and by which way their media travel; `epoch` rises with each move to the other. */
export interface Peers {
	peers: Reachable[];
	carrier: Carrier;
	epoch: number;
}

/** PeerJS's own kinds, and ours, which a stock PeerJS client ignores. */
export type ServerMessage =
	| { type: 'OPEN' | 'HEARTBEAT' | 'ID-TAKEN' }
	| { type: 'EXPIRE' | 'LEAVE' | 'RESTART' | 'MOVED'; src: string }
	| { type: RelayedKind | TellingKind; src: string; payload: Record<string, unknown> }
	| { type: 'SFU'; payload: FromSfu }
	| { type: 'PEERS'; payload: Peers };
