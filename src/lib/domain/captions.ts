import type { PersonId } from './ids.ts';

/** Somebody who types what is said, agreed with a facilitator: everyone sees who. */
export interface Typist {
	person: PersonId;
	name: string;
	since: number;
}

/** A member who offers to type captions, or whom a facilitator has asked to. On the desk, for facilitators. */
export interface CaptionOffer {
	person: PersonId;
	name: string;
	from: 'member' | 'facilitator';
	at: number;
}

/** The same on the member's private line: what is asked of them, or offered by them, until it is answered. */
export type OwnCaptions = { is: 'asked'; by: string; at: number } | { is: 'offered'; at: number };

/** So many people type at once at most: taking turns is fine, a choir is not. */
export const TYPISTS_MOST = 3;

/** A line of captions as it stands now. It grows while it is typed. */
export interface Caption {
	person: PersonId;
	/** Rises with each line of its typist. */
	line: number;
	text: string;
	/** Whether its typist has gone on to the next. */
	isDone: boolean;
}
