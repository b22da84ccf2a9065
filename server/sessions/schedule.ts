import { newId, type GroupId, type PersonId, type SessionId, type StepId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import type { Action } from '../../src/lib/domain/policy.ts';
import { isRefusal, Refusal } from '../../src/lib/domain/refusal.ts';
import {
	isAhead,
	summaryOf,
	type Session,
	type SessionState,
	type SessionSummary
} from '../../src/lib/domain/session.ts';
import type { Ground } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import type { Alongside, Groups } from '../groups/groups.ts';
import {
	insertSession,
	raiseSequence,
	sessionById,
	sessionsOf,
	stepsWithDocuments,
	updateSession
} from '../store/sessions.ts';
import type { Statement } from '../store/writer.ts';
import { calendarOf } from './calendar.ts';
import type { Library } from '../library/library.ts';
import { withDefinitions } from '../library/own-definitions.ts';
import { COMES_FROM, columnsOf } from './life.ts';
import { checkPlanChange, stepsBegun, type Begun } from './plan-changes.ts';
import { plannable } from './plan-rules.ts';
import { refusingConflicts } from './refusing-conflicts.ts';
import { openSession, sealPlan, sealTitle } from './sealed-session.ts';
import { instantOf, wallClockOf, type WallClock } from './wall-clock.ts';

export interface SessionWish {
	group: GroupId;
	title: string;
	/** In ms since 1970. */
	startsAt: number;
	/** An IANA time zone. */
	zone: string;
	minutes: number;
	plan: Plan;
}

const NOTHING_BEGUN: Begun = { current: null, written: [] };

interface Needs {
	groups: Groups;
	library: Pick<Library, 'inUse'>;
	/** Whether the practice has said that its use of measures is not for profit. */
	isNonCommercial(): Promise<boolean>;
	/** The step on the stage of an open session. */
	stepOnStage(session: SessionId): Promise<StepId | null>;
}

/** When groups meet, and the plans of their sessions. */
export class Schedule {
	readonly #ground: Ground;
	readonly #needs: Needs;
	readonly #changed: ((session: SessionId) => Promise<void>)[] = [];

	constructor(ground: Ground, needs: Needs) {
		this.#ground = ground;
		this.#needs = needs;
	}

	async plan(asker: Asker, wish: SessionWish): Promise<Session> {
		await this.#needs.groups.allow(asker, 'session.plan', wish.group);
		const settled = await this.#withDefinitions(wish.plan);
		const plan = await this.#plannable(asker, wish.group, settled);
		const { store, vault, now } = this.#ground;
		const id: SessionId = newId();
		const { group, startsAt: starts_at, zone, minutes } = wish;
		const row = {
			...{ id, group_id: group, starts_at, zone, minutes, state: 'planned' as const, sequence: 0 },
			title_sealed: sealTitle(vault, { id, group }, wish.title),
			plan_sealed: sealPlan(vault, { id, group }, plan),
			...{ moved_from: null, created_at: now(), opened_at: null, ended_at: null },
			...{ signed_off_at: null, signed_off_by: null }
		};
		const planned = { person: asker.person, action: 'session.plan', object: `session:${id}` };
		await store.writer.commit([insertSession(store.db, row)], [planned]);
		return openSession(vault, row);
	}

	async get(session: SessionId): Promise<Session | null> {
		const row = await sessionById(this.#ground.store.db, session);
		return row ? openSession(this.#ground.vault, row) : null;
	}

	/** The session, when the asker may do this with it. To strangers it is as unknown as one that never was (R21). */
	async allow(asker: Asker, action: Action, session: SessionId): Promise<Session> {
		const found = await this.get(session);
		if (!found) throw unknown();
		try {
			await this.#needs.groups.allow(asker, action, found.group);
		} catch (error) {
			throw isRefusal(error) && error.reason === 'not-found' ? unknown() : error;
		}
		return found;
	}

	/** The group's sessions in order of time, cancelled ones too. */
	async ofGroup(group: GroupId): Promise<Session[]> {
		const rows = await sessionsOf(this.#ground.store.db, group);
		return rows.map((row) => openSession(this.#ground.vault, row));
	}

	/** The session that goes on now, or the next one to come. */
	async nextOf(group: GroupId): Promise<Session | null> {
		const sessions = await this.ofGroup(group);
		return sessions.find((session) => isAhead(session, this.#ground.now())) ?? null;
	}

	/** Every session of a person's groups, in order of time, without the plans. */
	async ofPerson(person: PersonId): Promise<SessionSummary[]> {
		const mine = await this.#needs.groups.mine(person);
		const lists = mine.map(async ({ group }) =>
			(await this.ofGroup(group.id)).map((session) => summaryOf(session, group.name))
		);
		return (await Promise.all(lists)).flat().sort((a, b) => a.startsAt - b.startsAt);
	}

	/** Puts a planned session at another time, or changes how long it is. Calendars are told by its sequence. */
	async move(
		asker: Asker,
		session: SessionId,
		to: Pick<Session, 'startsAt' | 'zone' | 'minutes'>
	): Promise<void> {
		const before = await this.allow(asker, 'session.plan', session);
		const moved = to.startsAt !== before.startsAt ? { moved_from: before.startsAt } : {};
		const change = { starts_at: to.startsAt, zone: to.zone, minutes: to.minutes, ...moved };
		await this.#change(asker, 'session.move', session, [
			updateSession(this.#ground.store.db, session, ['planned'], change),
			raiseSequence(this.#ground.store.db, session)
		]);
	}

	async cancel(asker: Asker, session: SessionId): Promise<void> {
		await this.allow(asker, 'session.plan', session);
		await this.#change(asker, 'session.cancel', session, [
			updateSession(this.#ground.store.db, session, COMES_FROM.cancelled, { state: 'cancelled' }),
			raiseSequence(this.#ground.store.db, session)
		]);
	}

	/** Keeps title and plan, as long as the session is not over. Steps that have begun stay. */
	async savePlan(asker: Asker, session: SessionId, wish: Pick<Session, 'title' | 'plan'>): Promise<void> {
		const before = await this.allow(asker, 'session.plan', session);
		const begun = before.state === 'open' ? await this.#begun(session) : NOTHING_BEGUN;
		if (before.state === 'open') checkPlanChange(before.plan, wish.plan, begun);
		const kept = [...stepsBegun(before.plan, begun), ...begun.written];
		const settled = await this.#withDefinitions(wish.plan, before.plan, kept);
		const plan = await this.#plannable(asker, before.group, settled);
		const { vault, store } = this.#ground;
		const change = {
			title_sealed: sealTitle(vault, before, wish.title),
			plan_sealed: sealPlan(vault, before, plan)
		};
		await this.#change(asker, 'session.save-plan', session, [
			updateSession(store.db, session, [before.state === 'open' ? 'open' : 'planned'], change)
		]);
	}

	/** The steps of an open session that have begun: they stay where they are. */
	async begunSteps({ id, state, plan }: Session): Promise<StepId[]> {
		return state === 'open' ? stepsBegun(plan, await this.#begun(id)) : [];
	}

	/** Carries the session to its next state, as one unit with what belongs to that. Throws Refusal when it cannot come there. */
	async setState(
		session: SessionId,
		state: SessionState,
		{ by = null, ...alongside }: Alongside & { by?: PersonId | null } = {}
	): Promise<void> {
		const { store, now } = this.#ground;
		const step = updateSession(store.db, session, COMES_FROM[state], columnsOf(state, now(), by));
		const event = { person: by, action: 'session.state', object: `session:${session}`, detail: state };
		await refusingConflicts(
			store.writer.commit([step, ...(alongside.statements ?? [])], [event, ...(alongside.events ?? [])])
		);
		await this.#tellChanged(session);
	}

	/** Told after each change of a session by this schedule. */
	onChanged(listener: (session: SessionId) => Promise<void>): void {
		this.#changed.push(listener);
	}

	/** The session as an iCalendar file. `named`: with the group's name in it, as whoever takes it chose (S08). */
	async calendar(asker: Asker, id: SessionId, { named }: { named: boolean }): Promise<string> {
		const session = await this.allow(asker, 'session.calendar', id);
		const group = named ? await this.#needs.groups.get(session.group) : null;
		return calendarOf(session, this.#ground.now(), group?.name ?? null);
	}

	/** The instant of a date and a time on the clocks of a zone. Throws Refusal. */
	instantOf(wallClock: WallClock): number {
		return instantOf(wallClock);
	}

	wallClockOf({ startsAt, zone }: Pick<Session, 'startsAt' | 'zone'>): WallClock {
		return wallClockOf(startsAt, zone);
	}

	async #plannable({ person, staff }: Asker, group: GroupId, plan: Plan): Promise<Plan> {
		const { groups, isNonCommercial } = this.#needs;
		const [found, placements] = await Promise.all([groups.get(group), groups.placements(group)]);
		const place = placements.find((one) => one.person === person)?.place ?? null;
		const actor = { person, staff, place, standing: null, attended: false };
		const nonCommercial = await isNonCommercial();
		return plannable(plan, { kind: found?.kind ?? 'peer', placements, nonCommercial, actor });
	}

	async #withDefinitions(
		plan: Plan,
		before: Plan | null = null,
		begun: readonly StepId[] = []
	): Promise<Plan> {
		return withDefinitions(plan, { own: await this.#needs.library.inUse(), before, begun });
	}

	async #begun(session: SessionId): Promise<Begun> {
		const [current, written] = await Promise.all([
			this.#needs.stepOnStage(session),
			stepsWithDocuments(this.#ground.store.db, session)
		]);
		return { current, written };
	}

	async #change(asker: Asker, action: string, session: SessionId, statements: Statement[]): Promise<void> {
		const event = { person: asker.person, action, object: `session:${session}` };
		await refusingConflicts(this.#ground.store.writer.commit(statements, [event]));
		await this.#tellChanged(session);
	}

	async #tellChanged(session: SessionId): Promise<void> {
		for (const listener of this.#changed) await listener(session);
	}
}

function unknown(): Refusal {
	return new Refusal('not-found', 'There is no such session.');
}
