import type * as Y from 'yjs';
import type { AskedAbout, AskedFirst, ConsentTally, OwnConsent } from './asked-first.ts';
import type { Attention } from './attention.ts';
import type { Breakout, HelpCall, OpenBreakouts, WhoIsWhere } from './breakouts.ts';
import type { CaptionOffer, OwnCaptions, Typist } from './captions.ts';
import type { HandedIn, PrivateNotes } from './board-apart.ts';
import type { CheckInAnswers } from './check-ins.ts';
import type { Voting } from './board-votes.ts';
import type { Exercise } from './exercise.ts';
import type { DocumentId, FlagId, LineId, PersonId, RevealId, StepId } from './ids.ts';
import type { GroupKind, Place } from './group.ts';
import type { StepInView, StepKind } from './plan.ts';
import type { ToldRisks } from './worksheet-risks.ts';

/**
 * The shapes of the documents that the server alone writes: `room`, `desk`, `door` and `line`.
 * Each is a handful of root Y.Maps whose values are plain JSON, replaced whole, and Y.Arrays of JSON lines.
 * All times are milliseconds since 1970 on the server's clock.
 */

/** A seat in the circle. It is kept while its person is away. */
export interface Seat {
	person: PersonId;
	name: string;
	place: Place;
	/** The chair's number; tiles stand in this order. */
	seat: number;
	/** Whether they came in for the first time, to a group that had met before (S16). */
	isNew?: boolean;
	/** Whether a socket of theirs is open on the room. */
	here: boolean;
	/** When the hand went up, or null. */
	hand: number | null;
	/** Whether a facilitator has stopped this person's picture for the group (S07). */
	pictureStopped: boolean;
	/** Rises each time a facilitator mutes this person: their browser turns the microphone off (S07). */
	mutes: number;
	/** Whether a member may show their screen, and whether it is before the group; none of it when absent. */
	screen?: 'no' | 'allowed' | 'shown';
	/** In the side room, with the facilitator who asked: others see 'stepped out', never why (S04). */
	steppedOut: boolean;
}

export interface Timer {
	/** When it runs out, while running; null while paused. */
	endsAt: number | null;
	/** What was left when it was paused, in ms. */
	leftMs: number;
}

export interface Stage {
	step: StepInView;
	index: number;
	/** Shared documents of the step: a board, or a sheet filled in together. */
	board: DocumentId | null;
	table: DocumentId | null;
	attention: Attention;
	/** While locked, nobody but a facilitator changes any sheet or board: on Hold, and after the end. */
	locked: boolean;
	timer: Timer | null;
	/** When the step began on the server: a step of breathing counts from here. */
	startedAt: number;
	/** When the exercise of the step was begun at one pace for everyone; absent or null before. */
	pacedSince?: number | null;
	/** Whose turn it is in a round, and who has had one or passed. */
	round: Round | null;
	/** Answers that the facilitator has put before the group, in this order, with a question. */
	presented: Presented | null;
	/** What the facilitator asks people to show. `of` is null for everyone. */
	ask: { step: StepId; fields: string[]; of: PersonId | null; at: number } | null;
}

export interface Round {
	turn: PersonId | null;
	order: PersonId[];
	had: PersonId[];
	/** How long a turn is meant to be, in ms, or null without a time: it is shown softly and ends nothing. */
	turnMs: number | null;
	/** When the present turn began. */
	turnSince: number;
}

export interface Presented {
	reveals: RevealId[];
	/** May be empty. */
	question: string;
}

/** A step that has been on the stage, so that it can be looked at again. */
export type PastStep = Pick<Stage, 'step' | 'board' | 'table'>;

/** An answer its author has chosen to show. `person` is absent when it was shown without a name (S11). */
export interface Reveal {
	id: RevealId;
	step: StepId;
	exercise: string;
	field: string;
	label: string;
	/** The answer as lines of plain words. */
	lines: string[];
	person: PersonId | null;
	name: string | null;
	keep: boolean;
	/** Whether its author would like to hear from the others. */
	wantsResponses?: boolean;
}

/** A short word to a shown answer whose author asked for it. It goes with the answer, and is not kept. */
export interface Response {
	id: LineId;
	reveal: RevealId;
	person: PersonId;
	name: string;
	text: string;
}

export interface ChatLine {
	id: LineId;
	person: PersonId;
	name: string;
	text: string;
	at: number;
	hidden: boolean;
}

/** The group's numbers for one question: computed once, from at least three (S10). */
export interface GroupNumbers {
	step: StepId;
	question: string;
	/** What could be answered; 0 to 10 when it is absent. */
	scale?: { least: number; most: number };
	/** How many gave their answer to the group. */
	people: number;
	least: number;
	most: number;
	/** Mean, one decimal; only from six people on, as are the counts. */
	mean: number | null;
	counts: { value: number; people: number }[] | null;
	words: string[];
}

export interface RoomAbout {
	group: string;
	title: string;
	startsAt: number;
	endsAt: number;
	zone: string;
	steps: { id: StepId; title: string; kind: StepKind; minutes: number }[];
	keepChat: boolean;
	agreements: string[];
	state: 'open' | 'ended';
	/** Nobody new is let in while true (S07, S20). */
	doorLocked: boolean;
	/** Since when no facilitator is connected, or null (S06). */
	leaderAwaySince: number | null;
	/** Whether that paused the timer: only such a pause ends by itself when a facilitator is back (S06). */
	timerHeld: boolean;
	/** Whether the call was closed softly because no facilitator came back (S06). */
	closedSoftly: boolean;
	/**
	 * Whether a facilitator is in the side room. `held` is what the group's attention was before, when nobody was
	 * left to lead and the stage went on Hold (S04).
	 */
	aside: { leader: string; held: { step: StepId; before: Attention } | null } | null;
	/** Whom the lead was handed to in this session; null while it is with the group's facilitator. */
	lead: PersonId | null;
	/** Whether a therapy group's rules hold, or a peer group's (S14). */
	kind: GroupKind;
}

/** Who has said how far they are with a step's sheet. On the desk, for facilitators. */
export type Progress = 'opened' | 'writing' | 'done' | 'stuck' | 'passed';

export interface Waiting {
	person: PersonId;
	name: string;
	place: Place;
	since: number;
	here: boolean;
	means: Means;
	/** True when the person says they are in a country outside the facilitator's licence (S13). */
	outsideLicence: boolean;
	/** Whether they come for the first time, to a group that has met before (S16). */
	isNew?: boolean;
}

/** How a person takes part: with faces and voice, by voice alone, in writing alone, or seeing and hearing only. */
export const MEANS = ['video', 'voice', 'text', 'listening'] as const;
export type Means = (typeof MEANS)[number];

/** What comes of a wish, for who only looks on: they hear and see, or read. */
export const meansOfObserver = (wish: Means): Means => (wish === 'text' ? 'text' : 'listening');

export const isMeans = (value: unknown): value is Means => MEANS.some((means) => means === value);

/** A check-in given to the facilitators, or to the group as well. */
export interface GivenCheckIn extends CheckInAnswers {
	person: PersonId;
	step: StepId;
	audience: 'facilitators' | 'group';
	at: number;
}

/** The most that is written down of what was done about a flag. */
export const OUTCOME_CHARACTERS = 1000;

export interface Flag {
	id: FlagId;
	person: PersonId;
	name: string;
	cause: 'support' | 'felt-unsafe' | 'distress' | 'self-harm';
	/** A quiet notice shows no crisis card (S03). */
	quiet: boolean;
	at: number;
	state:
		| { is: 'open' }
		| { is: 'acknowledged'; by: PersonId; at: number }
		| { is: 'cleared'; by: PersonId; at: number; outcome: string };
}

/** A named person's consent to be shown without a name, waiting for two more (S11). */
export interface PendingAnonymous {
	id: RevealId;
	person: PersonId;
	step: StepId;
	exercise: string;
	field: string;
	label: string;
	lines: string[];
	keep: boolean;
}

export interface OwnLine {
	id: LineId;
	person: PersonId;
	name: string;
	text: string;
	at: number;
	/** A nudge is a facilitator's quiet word to one member who may be stuck. */
	kind: 'line' | 'support' | 'nudge';
	/** Facilitators who have seen it. */
	seenBy: string[];
}

export interface Door {
	state: 'waiting' | 'admitted' | 'sent-back' | 'removed';
	/** Place in the queue from 1, or 0 when not waiting. */
	queue: number;
	/** Whether a facilitator is in the room. */
	leaderIn: boolean;
	/** Why the group is asked about this person first (S16). */
	askedFirst: AskedFirst | null;
	/** Who is in the room that a member may want to know of before they come in: told by kind, never by name (S16). */
	inside: AskedFirst[];
	/** The facilitator's kind words when sent back or removed. */
	message: string;
	/** After admission: the documents of the room that are this person's to open. */
	room: DocumentId | null;
	desk: DocumentId | null;
	line: DocumentId | null;
	own: DocumentId | null;
}

/** The root types of the server's documents, by name. */
export const roomDocument = (doc: Y.Doc) => ({
	about: doc.getMap<RoomAbout>('about'),
	stage: doc.getMap<Stage>('stage'),
	/** What each step's attention was changed to in this session: going back to a step finds it again. */
	attention: doc.getMap<Attention>('attention'),
	/** The steps that have been on the stage, by id. */
	past: doc.getMap<PastStep>('past'),
	/** The practice's own exercises, by the step they are asked in. */
	exercises: doc.getMap<Exercise>('exercises'),
	seats: doc.getMap<Seat>('seats'),
	reveals: doc.getArray<Reveal>('reveals'),
	responses: doc.getArray<Response>('responses'),
	/** Whom the group is asked about before they are let in, under `THE`. */
	askedAbout: doc.getMap<AskedAbout>('asked-about'),
	chat: doc.getArray<ChatLine>('chat'),
	numbers: doc.getMap<GroupNumbers[]>('numbers'),
	/** Every breakout of the session, by id. */
	breakouts: doc.getMap<Breakout>('breakouts'),
	/** Those that are open now, under `THE`; nothing while everyone is together. */
	open: doc.getMap<OpenBreakouts>('open'),
	/** Notes that each writes alone, by the board's step. */
	privateNotes: doc.getMap<PrivateNotes>('private-notes'),
	/** Dots on a board's notes, by step. */
	voting: doc.getMap<Voting>('voting'),
	/** When homework was last set or taken up in this room, under `THE`: what it is, each asks for themselves. */
	homework: doc.getMap<number>('homework'),
	/** Who types captions. What they type stands nowhere. */
	typists: doc.getMap<Typist>('typists')
});

export const deskDocument = (doc: Y.Doc) => ({
	waiting: doc.getMap<Waiting>('waiting'),
	/** Keyed `<step> <person>`. */
	progress: doc.getMap<Progress>('progress'),
	/** Keyed `<step> <person>`. */
	checkIns: doc.getMap<GivenCheckIn>('check-ins'),
	flags: doc.getMap<Flag>('flags'),
	pending: doc.getMap<PendingAnonymous>('pending'),
	/** What was handed in to be shown, keyed by `handedInOf`. */
	handedIn: doc.getMap<HandedIn>('handed-in'),
	/** Who stands behind an answer or a note that was shown without a name, by its id; facilitators may know (S11). */
	authors: doc.getMap<PersonId>('authors'),
	/** The private line documents, by member, for facilitators to open; and how many lines are unread. */
	lines: doc.getMap<{ document: DocumentId; name: string; last: number }>('lines'),
	/** Folders a facilitator may open, keyed `<step> <person>`. */
	folders: doc.getMap<{ document: DocumentId; openedAt: number | null }>('folders'),
	/** How the answers stand about whom the group is asked about, under `THE`. */
	consents: doc.getMap<ConsentTally>('consents'),
	/** How long each person has spoken, and when their browser last said so. */
	spoken: doc.getMap<{ ms: number; at: number }>('spoken'),
	/** Risk answers that the facilitators were told of, keyed `<step> <person>`: how far each was beyond its rule, by its place (S03). */
	told: doc.getMap<ToldRisks>('told'),
	/** The exercise that one member is given instead of the step's, keyed `<step> <person>`. */
	tailored: doc.getMap<string>('tailored'),
	/** Where that is one of the practice's own: as it was when it was given, under the same key. */
	tailoredTo: doc.getMap<Exercise>('tailored-to'),
	/** Who the plan put into which room, by the step. */
	whoIsWhere: doc.getMap<WhoIsWhere>('who-is-where'),
	/** Breakouts that would like a facilitator to come, by breakout. */
	help: doc.getMap<HelpCall>('help'),
	/** Who offers to type captions, or was asked to. */
	captionOffers: doc.getMap<CaptionOffer>('caption-offers'),
	/** Notices for facilitators, such as 'I know someone here' (S08). */
	notices: doc.getArray<{ id: LineId; person: PersonId; name: string; text: string; at: number }>('notices')
});

export const doorDocument = (doc: Y.Doc) => ({
	door: doc.getMap<Door>('door'),
	/** Lines between the waiting person and the facilitators. */
	lines: doc.getArray<OwnLine>('lines'),
	/** What one gave to the numbers of a peer-led group, by step: nobody's to read but one's own (S14). */
	given: doc.getMap<GivenCheckIn>('given'),
	/** What one said about whom the group was asked about last, under `THE`. */
	consent: doc.getMap<OwnConsent>('consent')
});

export const lineDocument = (doc: Y.Doc) => ({
	lines: doc.getArray<OwnLine>('lines'),
	/** Who opened this member's sheets, and when (S15). */
	openings: doc.getArray<{ step: StepId | null; what: 'sheet' | 'contact card'; by: string; at: number }>(
		'openings'
	),
	/** Whether this member would type captions, under `THE`. */
	captions: doc.getMap<OwnCaptions>('captions')
});

/** One value under one key: the maps that hold a single thing use this key. */
export const THE = 'the';

/** The key of a thing that one person has in one step. */
export const stepOf = (step: StepId, person: PersonId) => `${step} ${person}`;
export const handedInOf = (step: StepId, person: PersonId, what: HandedIn) =>
	`${stepOf(step, person)} ${what}`;
