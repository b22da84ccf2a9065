import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import type { GroupId, PersonId, SessionId, StepId } from '../../src/lib/domain/ids.ts';
import { can, canOpen, isWithheld } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { deskDocument, roomDocument, THE } from '../../src/lib/domain/room.ts';
import type { WorksheetJson } from '../../src/lib/domain/worksheet-record.ts';
import type { StandingReply } from '../../src/lib/protocol/commands.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Ground } from '../app.ts';
import type { Library } from '../library/library.ts';
import type { Groups } from '../groups/groups.ts';
import { logFault } from '../http/fault-log.ts';
import type { Access } from '../sync/access.ts';
import type { Documents } from '../sync/documents.ts';
import { arrive, documentsOf } from './arrival.ts';
import { BreakoutClock } from './breakout-clock.ts';
import { parseArrival } from './arrive-input.ts';
import { CallTimes } from './call-times.ts';
import type { SetsHomework } from './commands/homework.ts';
import { commandsWith } from './commands/registry.ts';
import { ContactCards } from './contact-cards.ts';
import { LeaderWatch } from './leader-watch.ts';
import { changeDoor } from './room/doors.ts';
import type { LiveRoom } from './room/live-room.ts';
import { aboutOf, loadRoom } from './room/load-room.ts';
import { ownSheet } from './room/own-sheet.ts';
import { tellWhoIsWhere } from './room/who-is-where.ts';
import { doorPresence, seatPresence } from './room/whereabouts.ts';
import { RiskWatch } from './risk-watch.ts';
import { type CommandCall, runCommand } from './run-command.ts';
import type { Schedule } from './schedule.ts';

interface Needs {
	groups: Groups;
	accounts: Accounts;
	/** The practice's own exercises. */
	library: Pick<Library, 'inUse'>;
	schedule(): Schedule;
	documents(): Documents;
	homeworks(): SetsHomework;
}

type Presence = { head: DocumentHead; person: PersonId; here: boolean };

/** The rooms of this installation's sessions: who is in them, what they do there, and who may open what. */
export class Rooms implements Access {
	readonly #ground: Ground;
	readonly #needs: Needs;
	readonly #cards: ContactCards;
	readonly #commands: ReturnType<typeof commandsWith>;
	readonly #rooms = new Map<SessionId, Promise<LiveRoom>>();
	/** Those that are loaded: for the questions that are answered at once. */
	readonly #loaded = new Map<SessionId, LiveRoom>();
	readonly #regrouped: ((session: SessionId) => void)[] = [];
	readonly #lost: ((session: SessionId, person: PersonId) => void)[] = [];
	readonly #leaders: LeaderWatch;
	readonly #breakouts: BreakoutClock;
	readonly #risks: RiskWatch;
	#closed = false;

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
		this.#cards = new ContactCards(ground);
		this.#commands = commandsWith({
			...{ cards: this.#cards, callTimes: new CallTimes(ground) },
			...{ library: needs.library, homeworks: needs.homeworks, groups: needs.groups }
		});
		this.#leaders = new LeaderWatch(ground, (room, person) => this.#announceLost(room, person));
		this.#breakouts = new BreakoutClock(ground, (room) => this.#announceRegrouped(room));
		this.#risks = new RiskWatch(ground);
		needs.groups.onJoined((group) => this.#joined(group));
		needs.groups.onGone((group, person) => void this.#gone(group, person));
	}

	/** Begins to listen to who is connected and to what is planned; once the documents and the schedule are there. */
	listen(): void {
		this.#needs.schedule().onChanged((session) => this.#takeUp(session));
		this.#needs.documents().onDurable((head) => {
			const room = this.#loaded.get(head.session);
			if (room) this.#risks.changed(room, head);
		});
		this.#needs.documents().onPresence((presence) => {
			void this.#presence(presence).catch((error: unknown) => logFault('presence', error));
		});
	}

	async arrive(person: PersonId, session: SessionId, body: unknown): Promise<StandingReply> {
		const room = await this.#room(session);
		const { accounts, groups } = this.#needs;
		const input = parseArrival(body);
		await room.inTurn(() =>
			arrive({ ground: this.#ground, accounts, groups, cards: this.#cards }, room, person, input)
		);
		return this.standing(person, session);
	}

	/** Where the person stands. To strangers the session is as unknown as one that never was (R21). */
	async standing(person: PersonId, session: SessionId): Promise<StandingReply> {
		const room = await this.#room(session);
		if (!room.placement(person)) throw unknown();
		return {
			now: this.#ground.now(),
			standing: room.standing(person) ?? 'outside',
			door: room.documents.door.get(person) ?? null,
			documents: documentsOf(room, person),
			lastCard: await this.#cards.last(room.group.id, person)
		};
	}

	async command(session: SessionId, call: CommandCall): Promise<object> {
		const room = await this.#room(session);
		if (!room.placement(call.by)) throw unknown();
		const before = new Set(room.state.seats.keys());
		const reply = await runCommand(this.#ground, { room, commands: this.#commands }, call);
		this.#tellLost(room, before);
		this.#announceRegrouped(room);
		this.#breakouts.watch(room);
		return { now: this.#ground.now(), ...reply };
	}

	/** One's own sheet of an exercise in this session, as it is now; null when one wrote none. */
	async ownSheet(session: SessionId, person: PersonId, exercise: string): Promise<WorksheetJson | null> {
		return ownSheet(await this.#room(session), person, exercise);
	}

	/** The step on the stage of a session that is open; null before the first. */
	async stepOnStage(session: SessionId): Promise<StepId | null> {
		return (await this.#room(session)).state.stage?.step.id ?? null;
	}

	/** The plan, the time or the state of a session has changed: a room that is loaded takes it up. */
	async #takeUp(session: SessionId): Promise<void> {
		const room = this.#loaded.get(session);
		if (!room) return;
		await room.inTurn(async () => {
			const known = await this.#needs.schedule().get(session);
			if (!known) return;
			room.session = known;
			const { title, startsAt, endsAt, zone, steps, keepChat } = aboutOf(known, room.group);
			const about = { ...room.state.about, title, startsAt, endsAt, zone, steps, keepChat };
			const onStage = known.plan.steps.find(({ id }) => id === room.state.stage?.step.id);
			await room.carryOut({
				room: (doc) => void roomDocument(doc).about.set(THE, about),
				// Names that were changed while the step is on the stage hold for the rooms that open next.
				...(onStage?.kind === 'breakout' && { desk: (doc) => tellWhoIsWhere(doc, onStage) })
			});
		});
	}

	get contactCards(): ContactCards {
		return this.#cards;
	}

	async prepare(session: SessionId): Promise<void> {
		await this.#room(session);
	}

	mayOpen(person: PersonId, how: 'read' | 'write', head: DocumentHead): boolean {
		const room = this.#loaded.get(head.session);
		return room !== undefined && canOpen(room.actor(person), how, head, room.policyState(head));
	}

	isWithheld(person: PersonId, head: DocumentHead): boolean {
		const room = this.#loaded.get(head.session);
		return room !== undefined && isWithheld(room.actor(person), head, room.policyState(head));
	}

	isAdmitted(session: SessionId, person: PersonId): boolean {
		const room = this.#loaded.get(session);
		if (!room || room.state.about.state !== 'open' || room.state.about.closedSoftly) return false;
		return room.standing(person) === 'admitted';
	}

	mayReach(session: SessionId, one: PersonId, other: PersonId): boolean {
		if (!this.isAdmitted(session, one) || !this.isAdmitted(session, other)) return false;
		return this.#loaded.get(session)?.mayReach(one, other) ?? false;
	}

	maySend(session: SessionId, person: PersonId): boolean {
		const room = this.#loaded.get(session);
		return room !== undefined && can(room.actor(person), 'media.send', {}, room.policyState());
	}

	mayCaption(session: SessionId, person: PersonId): boolean {
		if (!this.isAdmitted(session, person)) return false;
		const room = this.#loaded.get(session);
		if (!room?.state.typists.has(person)) return false;
		return can(room.actor(person), 'captions.type', {}, room.policyState());
	}

	isTogether(session: SessionId, one: PersonId, other: PersonId): boolean {
		if (!this.isAdmitted(session, one) || !this.isAdmitted(session, other)) return false;
		return this.#loaded.get(session)?.isTogether(one, other) ?? false;
	}

	onRegrouped(listener: (session: SessionId) => void): void {
		this.#regrouped.push(listener);
	}

	leads(session: SessionId, person: PersonId): boolean {
		return this.#loaded.get(session)?.leads(person) ?? false;
	}

	onLost(listener: (session: SessionId, person: PersonId) => void): void {
		this.#lost.push(listener);
	}

	close(): void {
		this.#closed = true;
		this.#leaders.close();
		this.#breakouts.close();
		this.#risks.close();
	}

	#room(session: SessionId): Promise<LiveRoom> {
		const known = this.#rooms.get(session);
		if (known) return known;
		const loading = this.#load(session).catch((error: unknown) => {
			this.#rooms.delete(session);
			throw error;
		});
		this.#rooms.set(session, loading);
		return loading;
	}

	async #load(id: SessionId): Promise<LiveRoom> {
		const { schedule, groups, documents } = this.#needs;
		const session = await schedule().get(id);
		const group = session && (await groups.get(session.group));
		if (!session || !group) throw unknown();
		const { store, now } = this.#ground;
		const needs = { groups, documents: documents(), db: store.db, now };
		const room = await loadRoom(needs, session, group);
		this.#loaded.set(id, room);
		this.#leaders.watch(room);
		this.#breakouts.watch(room);
		return room;
	}

	async #presence({ head, person, here }: Presence): Promise<void> {
		if (this.#closed || (head.kind !== 'room' && head.kind !== 'door')) return;
		const room = await this.#room(head.session);
		await room.inTurn(async () => {
			if (this.#closed) return;
			const now = this.#ground.now();
			const outcome =
				head.kind === 'room'
					? seatPresence(room, { person, here, now })
					: doorPresence(room, { person, here });
			if (outcome) await room.carryOut(outcome);
		});
		if (head.kind === 'room' && room.leads(person)) await this.#leaders.cameOrWent(room);
	}

	/** A new member is known at once in rooms that are open. */
	async #joined(group: GroupId): Promise<void> {
		for (const room of this.#loaded.values()) {
			if (room.group.id !== group) continue;
			await room.inTurn(async () => {
				room.placements = await this.#needs.groups.placements(group);
			});
		}
	}

	/** A person has lost their place in the group: every room lets them go at once (R23). */
	async #gone(group: GroupId, person: PersonId): Promise<void> {
		for (const room of this.#loaded.values()) {
			if (room.group.id !== group) continue;
			await room.inTurn(async () => {
				room.placements = await this.#needs.groups.placements(group);
				await room.carryOut({
					room: (doc) => void roomDocument(doc).seats.delete(person),
					desk: (doc) => void deskDocument(doc).waiting.delete(person),
					doors: [changeDoor(person, { state: 'removed', room: null, desk: null, line: null, own: null })]
				});
			});
			this.#announceLost(room, person);
		}
	}

	#tellLost(room: LiveRoom, before: Set<PersonId>): void {
		const ended = room.state.about.state === 'ended';
		for (const person of before) {
			if (ended || !room.state.seats.has(person)) this.#announceLost(room, person);
		}
	}

	/** Who may reach whom, and what each may open, may have changed. */
	#announceRegrouped(room: LiveRoom): void {
		for (const listener of this.#regrouped) listener(room.session.id);
		this.#needs.documents().recheck(room.session.id);
	}

	#announceLost(room: LiveRoom, person: PersonId): void {
		for (const listener of this.#lost) listener(room.session.id, person);
		this.#needs.documents().recheck(room.session.id, person);
	}
}

function unknown(): Refusal {
	return new Refusal('not-found', 'There is no such session.');
}
