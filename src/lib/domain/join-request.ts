/**
 * Asking to join a group that is open for it (S18): whether it fits, whether somebody would rather see
 * a person alone, whether the link and the home will carry a session, and whom to reach in an emergency.
 */

/** In a group, one to one, or not sure yet. */
export const PREFERENCES = ['group', 'one-to-one', 'unsure'] as const;
export type Preference = (typeof PREFERENCES)[number];

/** How somebody judges their own link and their own place. */
export const SELF_CHECKS = ['yes', 'sometimes', 'no'] as const;
export type SelfCheck = (typeof SELF_CHECKS)[number];

/** What somebody says of themselves when they ask. */
export interface JoinWishes {
	alias: string;
	/** What brings them, and what they hope for. */
	hopes: string;
	preference: Preference;
	/** Whether video or voice calls usually work where they would join from. */
	link: SelfCheck;
	/** Whether they have a place where nobody listens. */
	privacy: SelfCheck;
	emergencyContact: { name: string; phone: string };
	/** How they would like to be reached, if at all; may be empty. */
	reachBy: string;
}

/** A group as strangers may see it, in words its facilitator wrote for them. */
export interface Opening {
	/** Why and for whom it is open. */
	words: string;
}

/** A declined request is answered with kind words and with where else to turn; neither is empty. */
export interface Decline {
	message: string;
	alternatives: string;
}

/** What the person who asked finds under their own link. */
export type RequestState =
	| { is: 'waiting' }
	| { is: 'invited'; until: number }
	| { is: 'joined' }
	| { is: 'lapsed' }
	| ({ is: 'declined' } & Decline);

const DAY_MS = 24 * 60 * 60 * 1000;
/** What was said is deleted this long after it was answered, and this long after nobody answered. */
export const ANSWERED_KEPT_MS = 30 * DAY_MS;
export const UNANSWERED_KEPT_MS = 60 * DAY_MS;

export const PREFERENCE_WORDS: Record<Preference, string> = {
	group: 'In a group',
	'one-to-one': 'One to one, if it can be had',
	unsure: 'Not sure yet'
};

export const SELF_CHECK_WORDS: Record<SelfCheck, string> = {
	yes: 'Yes',
	sometimes: 'Sometimes',
	no: 'No'
};

/** Words to begin a decline with; the facilitator makes them their own. */
export const DECLINE_DRAFT: Decline = {
	message:
		'Thank you for telling us about yourself. This group is not the right place for what you need just now. That is about the group, not about you.',
	alternatives:
		'Your doctor can tell you who works near you, also one to one. If things get hard, the numbers on this page are there day and night.'
};
