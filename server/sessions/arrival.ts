import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import { can } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { askedFirst } from '../../src/lib/domain/asked-first.ts';
import { deskDocument, roomDocument, THE, type Waiting } from '../../src/lib/domain/room.ts';
import { LOBBY_OPENS_MINUTES } from '../../src/lib/domain/session.ts';
import type { ArriveInput } from '../../src/lib/protocol/commands.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Ground } from '../app.ts';
import type { Groups } from '../groups/groups.ts';
import { attendedEarlier, insertAttendance } from '../store/attendance.ts';
import { updateSession } from '../store/sessions.ts';
import type { Statement } from '../store/writer.ts';
import type { Outcome } from './commands/command.ts';
import { letIn } from './commands/door.ts';
import type { ContactCards } from './contact-cards.ts';
import { COMES_FROM, columnsOf } from './life.ts';
import { changeDoor, kindsInside, waitingDoors } from './room/doors.ts';
import type { LiveRoom } from './room/live-room.ts';

interface Needs {
	ground: Ground;
	accounts: Accounts;
	groups: Pick<Groups, 'get'>;
	cards: ContactCards;
}

const MINUTE_MS = 60_000;

/**
 * Someone comes to the door. Facilitators go straight in and open the session; everyone else waits to be
 * let in (S20), after giving a contact card (S13) and confirming the consent (S16). Throws Refusal.
 */
export async function arrive(
	needs: Needs,
	room: LiveRoom,
	person: PersonId,
	input: ArriveInput
): Promise<void> {
	const { ground } = needs;
	if (!can(room.actor(person), 'session.arrive', {}, room.policyState())) {
		throw new Refusal('not-found', 'There is no such session.');
	}
	mustBeOpen(room, person, ground.now());
	await ownDocuments(room, person);
	if (room.standing(person) === 'admitted') return;
	if (room.leads(person)) await comeIn(needs, room, person);
	else await askToComeIn(needs, room, { person, input });
}

function mustBeOpen(room: LiveRoom, person: PersonId, now: number): void {
	const { session } = room;
	if (session.state === 'cancelled') throw new Refusal('conflict', 'This session has been cancelled.');
	if (session.state === 'ended' || session.state === 'signed-off') {
		throw new Refusal(
			'conflict',
			'This session has ended. What was made in it can be looked at on its page.'
		);
	}
	const early = session.startsAt - now > LOBBY_OPENS_MINUTES * MINUTE_MS;
	if (session.state === 'planned' && early && !room.leads(person)) {
		throw new Refusal(
			'conflict',
			`The door opens ${LOBBY_OPENS_MINUTES} minutes before the session. Come back then.`
		);
	}
}

/** A facilitator opens the session, unless what safety asks for is missing (S01, S14). */
async function comeIn({ ground, accounts, groups }: Needs, room: LiveRoom, person: PersonId): Promise<void> {
	const { session, group } = room;
	const opens = session.state === 'planned';
	if (opens) await mustBeSafe(accounts, room, person);
	const statements: Statement[] = opens
		? [updateSession(ground.store.db, session.id, COMES_FROM.open, columnsOf('open', ground.now(), person))]
		: [];
	const me = room.placement(person)!;
	const outcome = letIn({ room, me, now: ground.now() }, [person]);
	// S19: the page may have been looked at before the group agreed on what is shown now.
	const agreements = opens ? (await groups.get(group.id))?.agreements : undefined;
	await room.carryOut(agreements ? withAgreements(outcome, agreements) : outcome, {
		statements,
		events: [
			{ person, action: opens ? 'session.opened' : 'session.entered', object: session.id, detail: group.id }
		]
	});
	await outcome.after?.();
	if (opens) room.session = { ...session, state: 'open' };
}

function withAgreements(outcome: Outcome, agreements: string[]): Outcome {
	return {
		...outcome,
		room: (doc) => {
			outcome.room?.(doc);
			const { about } = roomDocument(doc);
			about.set(THE, { ...about.get(THE)!, agreements });
		}
	};
}

async function mustBeSafe(accounts: Accounts, room: LiveRoom, person: PersonId): Promise<void> {
	const practice = await accounts.practice();
	if (!practice || practice.crisisLines.length === 0) {
		throw new Refusal(
			'conflict',
			'No session opens without crisis lines. Please add them in the practice’s settings first.'
		);
	}
	if (room.group.kind === 'therapy' && !(await accounts.licenceOf(person))) {
		throw new Refusal(
			'conflict',
			'A therapy group needs your profession and licence. Please add them in your practice’s settings first.'
		);
	}
}

async function askToComeIn(
	{ ground, accounts, cards }: Needs,
	room: LiveRoom,
	{ person, input }: { person: PersonId; input: ArriveInput }
): Promise<void> {
	const { card, means, consent } = input;
	if (consent !== CONSENT_VERSION) {
		throw new Refusal('invalid', 'What you agree to has changed. Please read it once more.', 'consent');
	}
	if (!card) throw new Refusal('invalid', 'Please fill in where you are and whom to call.', 'card');
	if (room.state.about.doorLocked) {
		throw new Refusal(
			'locked',
			'The room is closed to newcomers just now. You can still reach your facilitator or the crisis lines.'
		);
	}
	const me = room.placement(person)!;
	const now = ground.now();
	const outsideLicence = await isOutsideLicence(accounts, room, card.country);
	const waiting: Waiting = {
		person,
		name: me.alias,
		place: me.place,
		since: room.state.waiting.get(person)?.since ?? now,
		here: false,
		means,
		outsideLicence,
		isNew: await isNew(ground, room, person)
	};
	const session = room.session.id;
	// Whoever dropped and asks again has agreed already.
	const isConfirmed = await accounts.consent.isConfirmed(person, room.group.id, session);
	const given = { person, group: room.group.id, session, version: consent };
	await room.carryOut(
		{
			desk: (doc) => void deskDocument(doc).waiting.set(person, waiting),
			doors: [
				...waitingDoors(room, { without: [person] }),
				changeDoor(person, {
					state: 'waiting',
					queue: [...room.state.waiting.keys()].filter((one) => one !== person).length + 1,
					leaderIn: room.leaderHere,
					askedFirst: askedFirst(waiting),
					inside: kindsInside(room.state.seats.values()),
					message: ''
				})
			]
		},
		{
			statements: [
				cards.keeping({ session, person, outsideLicence }, card),
				...(isConfirmed ? [] : [accounts.consent.confirming(given)]),
				insertAttendance(ground.store.db, { session, person, what: 'asked', at: now })
			],
			events: [{ person, action: 'session.asked', object: session }]
		}
	);
}

/** A licence holds where it was given: elsewhere the facilitator is warned before admitting (S13). */
async function isOutsideLicence(accounts: Accounts, room: LiveRoom, country: string): Promise<boolean> {
	if (room.group.kind === 'peer') return false;
	const facilitator = room.placements.find((one) => one.place === 'facilitator');
	const licence = facilitator && (await accounts.licenceOf(facilitator.person));
	return Boolean(licence) && licence?.country !== country;
}

/** The documents that are a person's own in this session, made when they first arrive. */
async function ownDocuments(room: LiveRoom, person: PersonId): Promise<void> {
	// The host of a peer group takes part as the others do, and has a place for what is theirs alone (S14).
	const ofLeaders = room.group.kind === 'peer' ? (['door', 'own'] as const) : (['own'] as const);
	const kinds = room.leads(person) ? ofLeaders : (['door', 'line', 'own'] as const);
	for (const kind of kinds) {
		if (room.documents[kind].has(person)) continue;
		const head: DocumentHead = await room.content.create({
			kind,
			group: room.group.id,
			session: room.session.id,
			owner: person,
			step: null,
			readers: [],
			readsWhen: 'as-you-type'
		});
		room.documents[kind].set(person, head.id);
	}
}

/** The documents of a person who is in. */
export function documentsOf(room: LiveRoom, person: PersonId) {
	const { documents } = room;
	const own: DocumentId | undefined = documents.own.get(person);
	if (room.standing(person) !== 'admitted' || !own) return null;
	const leading = room.leads(person);
	return {
		room: documents.room,
		own,
		line: leading ? null : (documents.line.get(person) ?? null),
		desk: leading ? documents.desk : null
	};
}

/** Whether somebody comes for the first time, to a group whose members have met before (S16). */
async function isNew({ store }: Ground, room: LiveRoom, person: PersonId): Promise<boolean> {
	if (room.attended.has(person)) return false;
	const earlier = await attendedEarlier(store.db, room.session);
	return !earlier.includes(person) && earlier.some((one) => !room.leads(one));
}
