import type { PersonId } from '../../src/lib/domain/ids.ts';

/** Who is signed in on a browser. */
export interface SignedIn {
	person: PersonId;
	name: string;
	staff: boolean;
	/** The sign-in's id: the SHA-256 of its token. */
	signIn: string;
	/** When the person last proved who they are (R10), in ms since 1970. */
	provedAt: number;
	/** When the sign-in ends unless it is used before, in ms since 1970 (R03). */
	expiresAt: number;
	/** When it ends in any case (R04). */
	endsAt: number;
}
