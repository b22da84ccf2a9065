import { createHmac } from 'node:crypto';
import type { IceServer } from '../../src/lib/protocol/media-ticket.ts';

/** How long a credential opens the TURN server (R37). */
const CREDENTIAL_SECONDS = 3600;

/**
 * A person's own credential for coturn's REST scheme (`use-auth-secret`): the name carries when it
 * ends and who it is, the password is the name's HMAC-SHA1. `pseudonym` must not name the person.
 */
export function turnCredentials(
	turn: { url: string; secret: string },
	pseudonym: string,
	now: number
): IceServer {
	const username = `${Math.floor(now / 1000) + CREDENTIAL_SECONDS}:${pseudonym}`;
	const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
	return { urls: turn.url.split(',').map((url) => url.trim()), username, credential };
}
