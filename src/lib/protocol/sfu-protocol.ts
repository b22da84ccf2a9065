import type { TrackKind } from './track-kind.ts';

/** By which way voices and faces travel: browser to browser, or through the SFU. */
export type Carrier = 'mesh' | 'sfu';

/** What a place (`mid`) in what a person receives holds: whose (a signalling id), and what of theirs. */
export interface Place {
	mid: string;
	id: string;
	kind: TrackKind;
}

/** What a browser says to the SFU, through the server. */
export type ToSfu =
	/** Of who only receives: I am there. Whoever sends says so by `send`. */
	| { act: 'enter' }
	/** An offer of what I send: my microphone, camera and screen, in this order. */
	| { act: 'send'; sdp: string }
	/** My answer to `offer`. */
	| { act: 'receive'; sdp: string; turn: number }
	| { act: 'candidate'; of: 'send' | 'receive'; candidate: RTCIceCandidateInit }
	/** Whose pictures I want, by their signalling ids; of everyone else, voices alone. */
	| { act: 'pictures'; of: string[] }
	/** A way for what I receive is to be found anew. */
	| { act: 'restart' }
	/** I begin anew, or go back to the mesh. */
	| { act: 'end' };

/** What the SFU says to a browser, through the server. */
export type FromSfu =
	/** The answer to `send`. */
	| { act: 'sent'; sdp: string }
	/** Who else may be reached and only receives: of them there is nothing to receive. */
	| { act: 'watchers'; ids: string[] }
	/** What there is to receive. Each has a number, which its answer repeats. */
	| { act: 'offer'; sdp: string; turn: number; places: Place[] }
	/** The SFU lost this browser's media: begin anew. */
	| { act: 'again' };
