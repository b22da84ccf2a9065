import type { Attention } from './attention.ts';
import type { DocumentHead, DocumentKind } from './documents.ts';
import { leads, type GroupKind, type Place } from './group.ts';
import type { PersonId } from './ids.ts';

/**
 * The one policy table (R19): pages, commands, sockets, signalling and exports all ask `can()`.
 * What it does not name is refused (R20).
 */

/** What a person is to a thing; one person can be several. */
export type Who =
	/** Anyone signed in. */
	| 'anyone'
	/** Staff of the practice: has, or may have, groups to lead. */
	| 'staff'
	/** Has any place in the group. */
	| 'group'
	/** Facilitator or co-facilitator of the group. */
	| 'leader'
	/** The facilitator who owns the group. */
	| 'lead-facilitator'
	/** In the room now: let in by a facilitator. */
	| 'admitted'
	/** In the room now, to look only. */
	| 'observer'
	/** A facilitator who is in the room. */
	| 'leading'
	/** Asked to come in and waits. */
	| 'waiting'
	/** One of the people of the breakout that the thing belongs to. */
	| 'of-breakout'
	/** Was admitted to this session at some time. */
	| 'attended'
	/** Whose thing it is. */
	| 'owner'
	/** A facilitator named as reader when the thing was opened, and from the moment the sheet said. */
	| 'named-reader';

/** Who asks, and what they are to the group and the session the object belongs to. */
export interface Actor {
	person: PersonId;
	staff: boolean;
	place: Place | null;
	/** Where they stand in the session's room: null when outside it. */
	standing: 'waiting' | 'admitted' | null;
	/** Whether they were ever admitted to the session. */
	attended: boolean;
}

export interface PolicyObject {
	/** S14: an exercise that is not offered in a peer group. */
	therapyOnly?: boolean;
	owner?: PersonId | null;
	readers?: readonly PersonId[];
}

/** What of the live state the answer may depend on. */
export interface PolicyState {
	groupKind: GroupKind;
	/** The stage's inputs are frozen for everyone but facilitators. */
	locked: boolean;
	/** What holds for everyone but facilitators while the step is on the stage. */
	attention: Attention;
	/** The sheet's author has said 'Done', or the sheet said 'as you type'. */
	readable: boolean;
	/** Whether the document is of a step that has gone from the stage: what is shared in it opens for members under Free alone. */
	isEarlier?: boolean;
	/** The people of the breakout that the object belongs to; absent when it belongs to none. */
	breakout?: readonly PersonId[];
}

export interface DocumentRule {
	read: readonly Who[];
	/** Empty: the server alone writes. */
	write: readonly Who[];
	/** Whether a lock stops writers who do not lead. */
	lockable: boolean;
	/** Whether several members work on it together: Focus takes it from their screens. */
	shared: boolean;
}

export const DOCUMENT_POLICY: Record<DocumentKind, DocumentRule> = {
	room: { read: ['admitted', 'observer'], write: [], lockable: false, shared: false },
	desk: { read: ['leading'], write: [], lockable: false, shared: false },
	door: { read: ['owner'], write: [], lockable: false, shared: false },
	board: { read: ['admitted', 'observer'], write: ['admitted'], lockable: true, shared: true },
	table: { read: ['admitted', 'observer'], write: ['admitted'], lockable: true, shared: true },
	talk: { read: ['of-breakout', 'leading'], write: [], lockable: false, shared: true },
	folder: { read: ['owner', 'named-reader'], write: ['owner'], lockable: true, shared: false },
	line: { read: ['owner', 'leading'], write: [], lockable: false, shared: false },
	own: { read: ['owner'], write: ['owner'], lockable: true, shared: false },
	notes: { read: ['owner'], write: ['owner'], lockable: false, shared: false },
	/** Facilitators read what is kept of it once it is done, never the sheet itself. */
	homework: { read: ['owner'], write: ['owner'], lockable: false, shared: false }
};

/** What its owner opens without being let into the room. */
const OPEN_OUTSIDE: readonly DocumentKind[] = ['door', 'homework'];

/** What a breakout works on is its own: its people and the facilitators alone read it, and write where a group would. */
const OF_BREAKOUT: readonly Who[] = ['of-breakout', 'leading'];

export function documentRule({ kind, breakout }: Pick<DocumentHead, 'kind' | 'breakout'>): DocumentRule {
	const rule = DOCUMENT_POLICY[kind];
	if (breakout === null) return rule;
	return { ...rule, read: OF_BREAKOUT, write: rule.write.length > 0 ? OF_BREAKOUT : [] };
}

/** Pages, endpoints and commands, by name. */
export const ACTION_POLICY = {
	'practice.view': ['staff'],
	'group.create': ['staff'],
	'group.view': ['group'],
	'group.manage': ['leader'],
	'group.invite': ['leader'],
	'group.open-door': ['leader'],
	'request.answer': ['leader'],
	'group.remove-person': ['leader'],
	'group.leave': ['group'],
	'session.view': ['group'],
	'session.plan': ['leader'],
	'exercise.use': ['leader'],
	'homework.set': ['leader'],
	'homework.do': ['group'],
	'template.make': ['leader'],
	'template.use-own': ['owner'],
	'template.use-shared': ['staff', 'leader'],
	'template.change': ['owner'],
	'programme.make': ['staff', 'leader'],
	'programme.use-own': ['owner'],
	'programme.use-shared': ['staff', 'leader'],
	'programme.change': ['owner'],
	'exercise.make': ['staff'],
	'session.calendar': ['group'],
	'session.arrive': ['group'],
	'session.sign-off': ['leader'],
	'session.attendance': ['leader'],
	'session.note-draft': ['leader'],
	'session.call-times': ['leader'],
	'artifact.read-group': ['attended', 'named-reader'],
	'artifact.read-breakout': ['of-breakout', 'named-reader'],
	'artifact.read-own': ['owner'],
	'artifact.read-named': ['named-reader'],
	'artifact.read-leaders': ['leader'],
	'artifact.withdraw': ['owner'],
	'audit.read': ['lead-facilitator'],

	'signal.connect': ['admitted', 'observer'],
	'media.ticket': ['admitted', 'observer'],
	/** Observers hear and see; the signalling passes on nothing that would let them be heard or seen. */
	'media.send': ['admitted'],
	/** Only for whom a facilitator and they themselves have agreed on; see the commands below. */
	'captions.type': ['admitted'],

	support: ['waiting', 'admitted', 'group'],
	'write-line': ['waiting', 'admitted', 'observer'],
	'answer-line': ['leading'],
	'see-line': ['leading'],
	nudge: ['leading'],
	'know-someone': ['admitted'],
	leave: ['waiting', 'admitted', 'observer'],
	'set-means': ['waiting', 'admitted', 'observer'],

	'hand-over': ['leading'],
	'ask-about': ['leading'],
	'answer-about': ['admitted'],

	admit: ['leading'],
	'admit-all': ['leading'],
	'send-back': ['leading'],
	remove: ['leading'],
	'lock-door': ['leading'],
	'open-contact-card': ['leading'],

	'go-to-step': ['leading'],
	'set-timer': ['leading'],
	'extend-timer': ['leading'],
	'set-attention': ['leading'],
	'show-numbers': ['leading'],
	'begin-pace': ['leading'],
	'start-round': ['leading'],
	'next-turn': ['leading'],
	'pass-turn': ['admitted'],

	'step-aside': ['leading'],
	'step-back': ['admitted'],

	'open-breakouts': ['leading'],
	'close-breakouts': ['leading'],
	'extend-breakouts': ['leading'],
	'move-to-breakout': ['leading'],
	'visit-breakout': ['leading'],
	'message-breakouts': ['leading'],
	'call-for-help': ['admitted'],
	'hear-help': ['leading'],

	'raise-hand': ['admitted'],
	'lower-hand': ['leading'],
	chat: ['admitted'],
	'hide-chat': ['leading'],
	mute: ['leading'],
	'stop-picture': ['leading'],
	'offer-captions': ['admitted'],
	'ask-captions': ['leading'],
	'let-screen': ['leading'],
	'show-screen': ['admitted'],
	'put-screen-away': ['owner', 'leading'],

	'open-sheet': ['admitted'],
	'report-progress': ['admitted'],
	'report-speech': ['admitted'],
	'report-call': ['admitted', 'observer'],
	tailor: ['leading'],
	'open-folder': ['leading'],
	'give-check-in': ['admitted'],
	'ask-reveal': ['leading'],
	reveal: ['admitted'],
	'pass-reveal': ['admitted'],
	'take-back': ['admitted'],
	'ask-responses': ['admitted'],
	respond: ['admitted'],
	'take-back-response': ['admitted'],
	'release-anonymous': ['leading'],
	present: ['leading'],

	'write-privately': ['leading'],
	'hand-in': ['admitted'],
	'flip-notes': ['leading'],
	'restore-sheet': ['leading'],
	'take-back-note': ['admitted'],
	'lead-voting': ['leading'],
	'show-votes': ['leading'],

	'acknowledge-flag': ['leading'],
	'clear-flag': ['leading'],
	'set-homework': ['leading'],
	'adopt-agreements': ['leading'],
	'end-session': ['leading']
} as const satisfies Record<string, readonly Who[]>;

export type Action = keyof typeof ACTION_POLICY;

/**
 * What members may not do under each attention. Reaching a facilitator, taking back what one showed, passing
 * and leaving are never stopped.
 */
const STOPPED: Record<Attention, readonly Action[]> = {
	free: [],
	follow: [],
	hold: ['chat', 'reveal', 'respond', 'give-check-in', 'hand-in', 'show-screen'],
	focus: ['chat', 'reveal', 'respond', 'show-screen'],
	quiet: ['chat']
};

/** Everything `actor` is to `object`. */
export function standings(actor: Actor, object: PolicyObject, state: PolicyState): Set<Who> {
	const who = new Set<Who>(['anyone']);
	const isLeader = leads(actor.place);
	if (actor.staff) who.add('staff');
	if (actor.place) who.add('group');
	if (isLeader) who.add('leader');
	if (actor.place === 'facilitator') who.add('lead-facilitator');
	if (actor.place && actor.standing === 'waiting') who.add('waiting');
	if (actor.place && actor.standing === 'admitted') {
		who.add(actor.place === 'observer' ? 'observer' : 'admitted');
		if (isLeader) who.add('leading');
	}
	if (actor.place && actor.attended) who.add('attended');
	const mayWork = actor.place && actor.place !== 'observer' && actor.attended;
	if (mayWork && state.breakout?.includes(actor.person)) who.add('of-breakout');
	if (object.owner === actor.person) who.add('owner');
	// S14: the host of a peer group reads no folder, whatever it names.
	const mayRead = isLeader && state.readable && state.groupKind === 'therapy';
	if (mayRead && object.readers?.includes(actor.person)) who.add('named-reader');
	return who;
}

export function can(actor: Actor, action: Action, object: PolicyObject, state: PolicyState): boolean {
	if (object.therapyOnly && state.groupKind === 'peer') return false;
	const who = standings(actor, object, state);
	if (STOPPED[state.attention].includes(action) && !who.has('leading')) return false;
	return ACTION_POLICY[action].some((one) => who.has(one));
}

/** Whether attention alone keeps a document from someone who may read it at other times. */
export function isWithheld(
	actor: Actor,
	document: Pick<DocumentHead, 'kind' | 'owner' | 'readers' | 'breakout'>,
	state: PolicyState
): boolean {
	return (
		!canOpen(actor, 'read', document, state) &&
		canOpen(actor, 'read', document, { ...state, attention: 'free' })
	);
}

export function canOpen(
	actor: Actor,
	how: 'read' | 'write',
	document: Pick<DocumentHead, 'kind' | 'owner' | 'readers' | 'breakout'>,
	state: PolicyState
): boolean {
	const rule = documentRule(document);
	const who = standings(actor, document, state);
	// Whoever has lost their place in the group opens nothing; outside the room there is one's own door alone (S20), and homework.
	if (!who.has('group')) return false;
	if (!OPEN_OUTSIDE.includes(document.kind) && actor.standing !== 'admitted') return false;
	if (!rule.read.some((one) => who.has(one))) return false;
	if (rule.shared && !who.has('leading') && isAway(state)) return false;
	if (how === 'read') return true;
	if (rule.lockable && state.locked && !who.has('leading')) return false;
	return rule.write.some((one) => who.has(one));
}

/** Whether attention keeps what several work on from members: under Focus all of it, and earlier steps' unless it is Free. */
function isAway({ attention, isEarlier }: PolicyState): boolean {
	return attention === 'focus' || (isEarlier === true && attention !== 'free');
}
