import type { Attention } from '#lib/domain/attention.ts';
import type { Exercise } from '../domain/exercise.ts';
import type { BreakoutTask } from '../domain/breakouts.ts';
import type { CallTimes } from '../domain/call-times.ts';
import type { CheckInAnswers } from '../domain/check-ins.ts';
import type { HomeworkWish } from '../domain/homework.ts';
import type { HandedIn, PrivateNotes } from '../domain/board-apart.ts';
import type { BreakoutId, DocumentId, FlagId, LineId, PersonId, RevealId, StepId } from '../domain/ids.ts';
import type { Means, Progress } from '../domain/room.ts';

/**
 * Commands go by HTTP: `POST /sessions/<session>/commands/<name>` with a JSON body and an `Idempotency-Key`.
 * Their effect comes back through the documents; the reply holds only what the caller alone needs.
 * Each name is a key of the policy table.
 */
export interface CommandInputs {
	/** Gives the lead to a facilitator, oneself included. */
	'hand-over': { to: PersonId };
	/** Asks everyone before somebody new, or somebody who would look on, is let in (S16). */
	'ask-about': { person: PersonId };
	'answer-about': { person: PersonId; agrees: boolean };

	admit: { person: PersonId };
	'admit-all': Record<string, never>;
	/** Back to the lobby, or not let in, with kind words. */
	'send-back': { person: PersonId; message: string };
	/** Out of the session, with kind words; the person is shown the crisis card (S07). */
	remove: { person: PersonId; message: string };
	'lock-door': { locked: boolean };
	/** Opens a contact card (S13): audited, and the person sees that it was opened. */
	'open-contact-card': { person: PersonId };

	'go-to-step': { step: StepId };
	/** Starts a timer of so many minutes, pauses or resumes it, or takes it away. */
	'set-timer': { to: { minutes: number } | 'pause' | 'resume' | 'none' };
	'extend-timer': { minutes: number };
	/** Sets the attention of the step on the stage; going back to the step later finds it again. */
	'set-attention': { attention: Attention };
	/** Begins the exercise of the step on the stage for everyone at once, such as a body scan; or once more. */
	'begin-pace': { step: StepId };
	'show-numbers': { step: StepId };
	/** In the order of the chairs; `minutes` is the soft time of each turn, null is none. */
	'start-round': { minutes?: number | null };
	'next-turn': Record<string, never>;
	/** Passes one's own turn, without explanation. */
	'pass-turn': Record<string, never>;

	/** Into the side room with a member, for a word alone (S04). */
	'step-aside': { person: PersonId };
	/** Everyone in the side room back to the group. */
	'step-back': Record<string, never>;
	/** Opens rooms for so many minutes: who is in each, and what they work on. */
	/** An empty room does not open; the others keep their numbers. */
	'open-breakouts': { rooms: PersonId[][]; minutes: number; task: BreakoutTask };
	/** Brings everyone back, at once or after the last minute that everyone is told of. */
	'close-breakouts': { when: 'now' | 'in-a-minute' };
	'extend-breakouts': { minutes: number };
	/** Puts a person into another room, or back with the group. */
	'move-to-breakout': { person: PersonId; breakout: BreakoutId | null };
	/** A facilitator goes into a room, or leaves it. */
	'visit-breakout': { breakout: BreakoutId | null };
	/** A word to everyone, in whichever room they are. */
	'message-breakouts': { text: string };
	/** Asks a facilitator to come into one's room. */
	'call-for-help': Record<string, never>;
	/** Tells a room that its call was heard. */
	'hear-help': { breakout: BreakoutId };

	'raise-hand': { raised: boolean };
	'lower-hand': { person: PersonId };
	/** `breakout` names the room that is to read it; without it the whole group does. */
	chat: { text: string; breakout?: BreakoutId | null };
	'hide-chat': { line: LineId; hidden: boolean; breakout?: BreakoutId | null };
	mute: { person: PersonId };
	'stop-picture': { person: PersonId; stopped: boolean };
	/** Offers to type captions, agrees when asked to, or stops. A facilitator begins at once. */
	'offer-captions': { offered: boolean };
	/** Agrees to a member's offer, or asks for one; `wanted: false` is 'not now', and takes it from who types. */
	'ask-captions': { person: PersonId; wanted: boolean };
	/** Whether a member may show their screen; taking it back also puts the screen away. */
	'let-screen': { person: PersonId; allowed: boolean };
	/** Puts one's own screen before the group: given once the browser has asked which. */
	'show-screen': Record<string, never>;
	'put-screen-away': { person: PersonId };

	/** Opens one's own sheet of a step, making it the first time; its audience is fixed from then on (S09). */
	'open-sheet': { step: StepId };
	'report-progress': { step: StepId; progress: Exclude<Progress, 'opened'> };
	/** How long one's own microphone heard speech since the last report, in ms. */
	'report-speech': { ms: number };
	/** For how long one's own call was less than faces and voice since the last report. */
	'report-call': CallTimes;
	/** Gives one member another exercise in a step, before they open their sheet; null is the step's own again. */
	tailor: { step: StepId; person: PersonId; exercise: string | null };
	/** A facilitator opens a member's folder: audited, and the member sees it (S15). */
	'open-folder': { step: StepId; person: PersonId };
	/** Answers to what the step asks, and to nothing else. */
	'give-check-in': { step: StepId; audience: 'facilitators' | 'group' } & CheckInAnswers;
	'ask-reveal': { step: StepId; fields: string[]; of: PersonId | null } | { stop: true };
	/** Shows one field of one's own sheet; the server copies it from the sheet. */
	reveal: { step: StepId; field: string; as: 'named' | 'anonymous'; keep: boolean };
	/** Puts shown answers before the group, in this order; none takes them down. */
	present: { reveals: RevealId[]; question: string };
	'pass-reveal': { step: StepId };
	'take-back': { reveal: RevealId } | { step: StepId; field: string };
	/** The author of a shown answer would like to hear from the others, or has heard enough. */
	'ask-responses': { reveal: RevealId; wanted: boolean };
	/** One short word to a shown answer; a second one takes the place of the first. */
	respond: { reveal: RevealId; text: string };
	'take-back-response': { response: LineId };
	/** Shows what at least three people have consented to show without a name (S11). */
	'release-anonymous': { step: StepId; field: string };

	/** On a board's step, each writes notes alone, to be shown so; 'over' ends it and shows nothing (S11). */
	'write-privately': { step: StepId; as: PrivateNotes['as'] | 'over' };
	/** Consents to one's notes being shown as was said, or one's dots being counted, or takes that back. */
	'hand-in': { step: StepId; what: HandedIn; given: boolean };
	/** Shows the notes that were handed in, together; without names only of three people or more. */
	'flip-notes': { step: StepId };
	/** Puts the first so many things of a board's sheet onto a new one, each as its author's (S12). */
	'restore-sheet': { step: StepId; sheet: string; things: number };
	/** Takes a note of one's own off the board that stands there without a name (S12). */
	'take-back-note': { step: StepId; note: string };
	/** Lets each put so many dots on the board's notes, in private; 'over' ends it and takes a count down. */
	'lead-voting': { step: StepId; to: { dots: number } | 'over' };
	/** Counts the dots that at least three people handed in, once, and shows the sums (S10). */
	'show-votes': { step: StepId };

	/** Sets homework until a day (`2026-11-24`, on the group's clocks), for everyone in the group or for one of them (S21). */
	'set-homework': Omit<HomeworkWish, 'dueAt'> & { due: string };

	/** What everyone has ticked on the sheet of agreements is from now on shown at each start (S19). */
	'adopt-agreements': { step: StepId };

	/** Asks for a facilitator at once (S02). */
	support: { text: string };
	'write-line': { text: string };
	'answer-line': { person: PersonId; text: string };
	/** A quiet word that only this member sees. */
	nudge: { person: PersonId };
	'see-line': { person: PersonId };
	/** 'I know someone here' (S08), for the facilitators alone. */
	'know-someone': { text: string };
	'set-means': { means: Means };
	/** The last facilitator leaves members behind only when they say so (`alone`): it is told at once, and noted (S21). */
	leave: { alone?: boolean };
	'acknowledge-flag': { flag: FlagId };
	'clear-flag': { flag: FlagId; outcome: string };
	'end-session': Record<string, never>;
}

export type CommandName = keyof CommandInputs;

/** What is given at the door (S13): its own key, read by this session's facilitators alone. */
export interface ContactCard {
	alias: string;
	/** The name to use in an emergency. */
	emergencyName: string;
	/** Street address now. */
	address: string;
	/** ISO 3166 two letters: where the person is now. */
	country: string;
	/** A telephone to call back on. */
	phone: string;
	/** Whom to reach in an emergency. */
	emergencyContact: { name: string; phone: string };
	alone: boolean;
}

export interface CommandReplies {
	'open-contact-card': { card: ContactCard };
	/** `exercise`: the step's, or the one that this member was given instead, with its `definition` where that is the practice's own; null for what one writes apart in a board's step. `readers`: the facilitators named when the sheet was first opened, by the names the group knows (S09). */
	'open-sheet': { document: DocumentId; readers: string[]; exercise: string | null; definition?: Exercise };
	'open-folder': { document: DocumentId };
	reveal: { state: 'shown' | 'waiting-for-others' };
	support: { delivered: boolean };
}

/** Every reply carries the server's time (ms since 1970), so that clocks can be set by it. */
export type CommandReply<Name extends CommandName> = { now: number } & (Name extends keyof CommandReplies
	? CommandReplies[Name]
	: object);

/** How a refusal is written. */
export interface RefusalReply {
	reason: string;
	message: string;
	field?: string;
}

/** `POST /sessions/<session>/arrive`: asks to come in. Facilitators go straight in. */
export interface ArriveInput {
	/** Members only; a facilitator gives none. */
	card: ContactCard | null;
	means: Means;
	/** The version of the consent that was just confirmed (S16). */
	consent: string;
}

/** Where a person stands when their page opens (`GET /sessions/<session>/standing`) or after arriving. */
export interface StandingReply {
	now: number;
	standing: 'outside' | 'waiting' | 'admitted' | 'removed';
	/** The person's own door, once they have arrived. */
	door: DocumentId | null;
	/** The documents of the room, once admitted. */
	documents: { room: DocumentId; line: DocumentId | null; own: DocumentId; desk: DocumentId | null } | null;
	/** The last card given in this group, so that two taps do when nothing changed. */
	lastCard: ContactCard | null;
}
