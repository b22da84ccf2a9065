import { NO_CALL_TIMES } from '../../src/lib/domain/call-times.ts';
import type { Artifact } from '../../src/lib/domain/artifact.ts';
import { leads } from '../../src/lib/domain/group.ts';
import type { ArtifactId, GroupId, SessionId } from '../../src/lib/domain/ids.ts';
import { moodOverSessions, type MoodPoint } from '../../src/lib/domain/mood.ts';
import { keptUntil } from '../../src/lib/domain/retention.ts';
import {
	keptCounts,
	type GivenCheckIn,
	type NamedAttendance,
	type NamedLink,
	type OwnArtifact,
	type PastSession,
	type Review,
	type SingleReview
} from '../../src/lib/domain/review.ts';
import { can, type PolicyState } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { isPast, summaryOf, type Session } from '../../src/lib/domain/session.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Ground } from '../app.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Attendance } from '../sessions/attendance.ts';
import { CallTimes } from '../sessions/call-times.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { sessionById } from '../store/sessions.ts';
import type { Artifacts } from './artifacts.ts';
import { reviewPdf } from './pdf/review-pdf.ts';
import { Names } from './names.ts';
import { whatToWithdraw, type WithdrawalQuestion } from './withdrawal-question.ts';
import type { Withdrawal } from './withdrawal.ts';

interface Needs {
	groups: Pick<Groups, 'get' | 'placements' | 'placeOf' | 'allow'>;
	schedule: Pick<Schedule, 'allow' | 'get' | 'ofGroup'>;
	attendance: Attendance;
	artifacts: Artifacts;
	accounts: Pick<Accounts, 'nameOf'>;
}

/** Looking back: what a person finds of a session, of one artifact, of a group's past. */
export class Reviews {
	readonly #ground: Pick<Ground, 'store'>;
	readonly #callTimes: CallTimes;
	readonly #needs: Needs;

	constructor(ground: Pick<Ground, 'store' | 'vault'>, needs: Needs) {
		this.#ground = ground;
		this.#callTimes = new CallTimes(ground);
		this.#needs = needs;
	}

	/** Throws Refusal: to strangers the session is as unknown as one that never was (R21). */
	async ofSession(asker: Asker, id: SessionId): Promise<Review> {
		const { schedule, groups, artifacts, attendance } = this.#needs;
		const session = await schedule.allow(asker, 'session.view', id);
		const [group, placements] = await Promise.all([
			groups.get(session.group),
			groups.placements(session.group)
		]);
		const { open, closed } = await artifacts.ofSession(asker, id);
		const known = new Names(placements);
		const inOrder = byPlan(session, open);
		const mine = inOrder.filter((one) => one.owner === asker.person);
		const isLeader = leads(placements.find((one) => one.person === asker.person)?.place ?? null);
		return {
			session: summaryOf(session, group?.name ?? ''),
			signedOff: await this.#signedOff(session, known),
			leaders: placements.filter(({ place }) => leads(place)).map(({ alias }) => alias),
			leads: isLeader,
			wasThere: await attendance.wasAdmitted(id, asker.person),
			mood: await this.#mood(asker, session.group, session.startsAt),
			ofGroup: inOrder.filter(({ audience }) => audience === 'group' || audience === 'breakout'),
			mine: await Promise.all(mine.map((one) => this.#own(asker, one, known))),
			given: byPlan(session, closed).map(({ id, kind, title, owner, withdrawnAt }) => ({
				...{ id, kind, title, withdrawnAt },
				ownerName: known.of(owner)
			})),
			forLeaders: inOrder.filter((one) => one.audience === 'leaders'),
			attendance: isLeader ? await this.#attendance(id, known) : null,
			links: await this.#links(asker, session, known),
			names: known.inside(open)
		};
	}

	/** The same as a PDF. Its name says nothing but the day (S08). */
	async pdf(asker: Asker, id: SessionId): Promise<{ name: string; bytes: Buffer }> {
		const review = await this.ofSession(asker, id);
		if (!review.signedOff) throw new Refusal('not-found', 'This session is not signed off yet.');
		await this.#ground.store.writer.commit(
			[],
			[{ person: asker.person, action: 'session.review-pdf', object: `session:${id}` }]
		);
		const day = new Date(review.session.startsAt).toISOString().slice(0, 10);
		return { name: `hearth-${day}.pdf`, bytes: await reviewPdf(review) };
	}

	/** One artifact, or null: opening another's is noted (S15). */
	async one(asker: Asker, id: ArtifactId): Promise<SingleReview | null> {
		const { schedule, groups, artifacts } = this.#needs;
		const artifact = await artifacts.get(asker, id);
		const session = artifact && (await schedule.get(artifact.session));
		if (!artifact || !session) return null;
		const [group, placements] = await Promise.all([
			groups.get(session.group),
			groups.placements(session.group)
		]);
		const known = new Names(placements);
		const isMine = artifact.owner === asker.person;
		return {
			session: summaryOf(session, group?.name ?? ''),
			artifact,
			ownerName: artifact.owner && !isMine ? known.of(artifact.owner) : null,
			own: isMine ? await this.#own(asker, artifact, known) : null,
			names: known.inside([artifact])
		};
	}

	/** The check-ins that members gave to the reader in a session: opening them is noted (S15). */
	async checkInsOf(asker: Asker, id: SessionId): Promise<GivenCheckIn[]> {
		const { schedule, groups, artifacts } = this.#needs;
		const session = await schedule.allow(asker, 'session.view', id);
		const known = new Names(await groups.placements(session.group));
		const checkIns = await artifacts.checkInsOf(asker, id);
		return checkIns.flatMap(({ id: artifact, title, owner, body }) =>
			body.kind === 'check-in' ? [{ id: artifact, title, owner, ownerName: known.of(owner), body }] : []
		);
	}

	/** What the reader is asked before taking something of theirs back, or null when it is not theirs. */
	async toWithdraw(asker: Asker, withdrawal: Withdrawal): Promise<WithdrawalQuestion | null> {
		const artifact = await this.#needs.artifacts.get(asker, withdrawal.artifact);
		if (!artifact) return null;
		const known = new Names(await this.#needs.groups.placements(artifact.group));
		return whatToWithdraw(asker, { artifact, item: withdrawal.item }, known);
	}

	/** A group's past sessions, newest first, and the reader's mood over them. */
	async past(asker: Asker, group: GroupId): Promise<{ sessions: PastSession[]; mood: MoodPoint[] }> {
		const { groups, schedule, artifacts } = this.#needs;
		const { name } = await groups.allow(asker, 'group.view', group);
		const past = (await schedule.ofGroup(group)).filter(isPast).reverse();
		const sessions = past.map(async (session) => {
			const { open, closed } = await artifacts.ofSession(asker, session.id);
			return {
				session: summaryOf(session, name),
				signedOff: session.state === 'signed-off',
				kept: keptCounts([...open, ...closed])
			};
		});
		return { sessions: await Promise.all(sessions), mood: await this.#mood(asker, group) };
	}

	async #mood(asker: Asker, group: GroupId, until = Number.MAX_SAFE_INTEGER): Promise<MoodPoint[]> {
		const { schedule, artifacts } = this.#needs;
		const sessions = (await schedule.ofGroup(group)).filter(({ startsAt }) => startsAt <= until);
		return moodOverSessions(
			sessions,
			await artifacts.mine(asker, group),
			await artifacts.numbersOf(asker, group)
		);
	}

	async #own(asker: Asker, artifact: Artifact, known: Names): Promise<OwnArtifact> {
		const since = await this.#needs.artifacts.openingsOf(asker, artifact.id);
		const during = artifact.body.kind === 'worksheet' ? artifact.body.openings : [];
		const openings = [...since, ...during].sort((a, b) => b.at - a.at);
		return { ...artifact, readerNames: artifact.readers.map((one) => known.of(one)), openings };
	}

	async #signedOff({ id }: Session, known: Names): Promise<Review['signedOff']> {
		const row = await sessionById(this.#ground.store.db, id);
		if (row?.signed_off_at == null) return null;
		const by = row.signed_off_by;
		const name = known.has(by) ? known.of(by) : by && (await this.#needs.accounts.nameOf(by));
		return { by: name ?? '', at: row.signed_off_at, keptUntil: keptUntil(row.signed_off_at) };
	}

	async #attendance(session: SessionId, known: Names): Promise<NamedAttendance[]> {
		const people = await this.#needs.attendance.ofSession(session);
		return people.map(({ person, ...rest }) => ({ ...rest, name: known.of(person) }));
	}

	/** Null for whoever may not know. */
	async #links(asker: Asker, { id, group }: Session, known: Names): Promise<NamedLink[] | null> {
		const { groups, attendance } = this.#needs;
		const actor = await actorIn(groups, asker, group);
		if (!can(actor, 'session.call-times', {}, OUTSIDE)) return null;
		const times = await this.#callTimes.ofSession({ session: id, group });
		const people = (await attendance.ofSession(id)).filter(({ arrived }) => arrived !== null);
		return people.map(({ person, drops, returns, awayMs }) => ({
			...{ name: known.of(person), drops, returns, awayMs },
			...(times.get(person) ?? NO_CALL_TIMES)
		}));
	}
}

/** Of a session that is over, nothing of its live state matters. */
const OUTSIDE: PolicyState = { groupKind: 'therapy', locked: false, readable: false, attention: 'follow' };

function byPlan<One extends Pick<Artifact, 'step'>>(session: Session, artifacts: readonly One[]): One[] {
	const place = new Map(session.plan.steps.map((step, index) => [step.id, index]));
	const placeOf = ({ step }: One) => (step === null ? undefined : place.get(step)) ?? place.size;
	return artifacts.toSorted((a, b) => placeOf(a) - placeOf(b));
}
