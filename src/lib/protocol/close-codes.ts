/**
 * Why the server ended a connection; PROTOCOL.md explains each in the words of both sides. The numbers follow
 * y-websocket: it stops for good on 4400-4499 and tries again on every other.
 */
export const CLOSE = {
	/** The server is stopping or starting again (RFC 6455). Come back. */
	RESTARTING: 1012,
	/** A frame larger than any we read (RFC 6455); the socket library says it before we can. */
	TOO_LONG: 1009,
	/** A frame that is not of this protocol (R35). */
	MALFORMED: 4400,
	/** The sign-in that opened the socket has ended (R06, R07). Sign in, then come back. */
	SIGNED_OUT: 4401,
	/** The server alone writes this document. */
	READ_ONLY: 4403,
	/** No such document, or not for this person: nobody can tell which (R21, R31). */
	NOT_FOUND: 4404,
	/** The update breaks a rule of the guard (R57). */
	REFUSED: 4409,
	/** A frame, or the document with this update in it, would be larger than we keep. */
	TOO_LARGE: 4413,
	/** The document may be read but not written just now, such as under a lock. */
	LOCKED: 4423,
	/** The document cannot be opened just now (R59). Try again later. */
	UNAVAILABLE: 4503,
	/** This socket reads too slowly to keep up. Come back and be brought up to date. */
	TOO_SLOW: 4508,
	/** One person has too many sockets open. */
	TOO_MANY: 4529
} as const;

export type CloseCode = (typeof CLOSE)[keyof typeof CLOSE];

/** Whether coming back by itself would not help. */
export function isFinal(code: number): boolean {
	return (code >= 4400 && code < 4500) || code === CLOSE.TOO_LONG;
}

/** Whether what was sent and not acknowledged was refused with this close, and must not be sent again as it is. */
export function refusesUpdates(code: number): boolean {
	return (
		code === CLOSE.TOO_LONG ||
		code === CLOSE.MALFORMED ||
		code === CLOSE.READ_ONLY ||
		code === CLOSE.REFUSED ||
		code === CLOSE.TOO_LARGE ||
		code === CLOSE.LOCKED
	);
}
