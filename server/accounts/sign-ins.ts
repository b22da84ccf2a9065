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
	/** When it was last used, to the minute. */
	seenAt: number;
	/** The browser it was made in, in words for its person. */
	label: string;
	/** Whether a second factor was given at it. */
	secondFactor: boolean;
	/** Until when staff may do without a second factor (R13); null for members, and when there is one. */
	secondFactorDue: number | null;
}

export interface NewSignIn {
	person: PersonId;
	staff: boolean;
	label: string;
	secondFactor: boolean;
}

/** A sign-in and the token that goes into its cookie, and nowhere else. */
export interface IssuedSignIn {
	token: string;
	signIn: string;
	endsAt: number;
}

/** A sign-in that ended. `became` is its new id when only its token changed. */
export interface EndedSignIn {
	person: PersonId;
	signIn: string;
	became: string | null;
}

/**
 * Browsers that are signed in. Tokens are hashed before they come near the store (R01).
 * Two classes keep this promise, and one contract test holds both to it (docs/decisions/0001-lucia.md).
 */
export interface SignIns {
	create(sign: NewSignIn): Promise<IssuedSignIn>;
	/** Who the token signs in, or null. Looking is not a use: `touch` is. */
	validate(token: string): Promise<SignedIn | null>;
	/** Counts as activity (R03): a page that was asked for, a live room that is open. Cheap to repeat. */
	touch(signIn: string): Promise<void>;
	/** A new token after a fresh proof; the old one is dead at once (R05). Null when it was dead already. */
	rotate(token: string, proof: { secondFactor: boolean }): Promise<IssuedSignIn | null>;
	revoke(signIn: string): Promise<void>;
	/** Ends every sign-in of a person but, if named, one (R07, R09). */
	revokePerson(person: PersonId, except?: string): Promise<void>;
	list(person: PersonId): Promise<SignedIn[]>;
	/** Ends what has run out, so that sockets hear of it. */
	sweep(): Promise<void>;
	/** Told of every sign-in that ended, so that its sockets and media end too (R06, R07). */
	onEnded(listener: (ended: EndedSignIn) => void): void;
}
