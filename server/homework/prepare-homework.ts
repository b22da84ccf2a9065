import type { Exercise } from '../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import { needsSomeoneThere } from '../../src/lib/domain/flag-receiver.ts';
import type { Group, Placement } from '../../src/lib/domain/group.ts';
import type { Homework, HomeworkId, HomeworkWish } from '../../src/lib/domain/homework.ts';
import { newId, type GroupId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { can } from '../../src/lib/domain/policy.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { actorIn, type Asker } from '../groups/actor.ts';
import type { Groups } from '../groups/groups.ts';
import type { Library } from '../library/library.ts';
import type { Schedule } from '../sessions/schedule.ts';
import { insertHomework, insertPart } from '../store/homework.ts';
import type { HomeworkPartTable } from '../store/schema.ts';
import type { AuditEvent, Statement } from '../store/writer.ts';
import type { RiskReaders } from './risk-readers.ts';
import { sealHomework } from './sealed-homework.ts';

/** Homework that may be set, ready to be stored. */
export interface HomeworkUnit {
	id: HomeworkId;
	statements: Statement[];
	events: AuditEvent[];
}

export interface SettingNeeds {
	groups: Groups;
	schedule: Pick<Schedule, 'ofGroup'>;
	/** The practice's own exercises. */
	library: Pick<Library, 'inUse'>;
	isNonCommercial(): Promise<boolean>;
	riskReaders: Pick<RiskReaders, 'of'>;
}

interface Wanted {
	asker: Asker;
	group: GroupId;
	wish: HomeworkWish;
}

/** Checks what somebody wants to set, and for whom; nothing is stored yet. Throws Refusal. */
export async function prepareHomework(
	{ store, vault, now }: Ground,
	needs: SettingNeeds,
	{ asker, group, wish }: Wanted
): Promise<HomeworkUnit> {
	const known = await needs.groups.allow(asker, 'homework.set', group);
	const definition = await checkExercise(needs, asker, known, wish);
	const people = await peopleOf(needs, known, wish.for);
	const { exercise, words, dueAt } = wish;
	// S14: in a peer group nobody reads another's.
	const isRead = wish.isRead && known.kind === 'therapy';
	const session = await sessionFor(needs, group);
	const homework: Homework = {
		...{ id: newId<'step'>(), group, session, exercise, words, dueAt, isRead, restedAt: null },
		...(definition && { definition })
	};
	return {
		id: homework.id,
		statements: [
			insertHomework(store.db, sealHomework(vault, homework, now())),
			...people.map((person) => insertPart(store.db, emptyPart(homework.id, person)))
		],
		events: [{ person: asker.person, action: 'homework.set', object: `homework:${homework.id}` }]
	};
}

/** S03, S05, S14: what may be set to be done alone; the definition of one of the practice's own. */
async function checkExercise(
	needs: SettingNeeds,
	asker: Asker,
	group: Group,
	wish: Pick<HomeworkWish, 'exercise' | 'isRead'>
): Promise<Exercise | null> {
	const own = (await needs.library.inUse()).find((one) => one.id === wish.exercise) ?? null;
	const exercise = exerciseNamed(wish.exercise) ?? own;
	if (!exercise) throw new Refusal('invalid', 'Please choose an exercise.', 'exercise');
	const { title, therapyOnly = false, scoring } = exercise;
	const actor = await actorIn(needs.groups, asker, group.id);
	const state = { groupKind: group.kind, locked: false, readable: false, attention: 'follow' } as const;
	if (!can(actor, 'exercise.use', { therapyOnly }, state)) {
		throw new Refusal('not-allowed', `“${title}” is not offered in a peer support group.`, 'exercise');
	}
	if (needsSomeoneThere(exercise)) {
		if (!(await needs.riskReaders.of(group.id))) {
			const why = 'asks about safety, and nobody is named to read the answer between sessions';
			throw new Refusal(
				'not-allowed',
				`“${title}” ${why}. Name somebody, or use it in a session.`,
				'exercise'
			);
		}
		if (!wish.isRead) {
			const message = `“${title}” asks about safety, so whoever is named must be able to read it.`;
			throw new Refusal('not-allowed', message, 'exercise');
		}
	}
	if (scoring?.nonCommercial && !(await needs.isNonCommercial())) {
		const why = 'may only be used where nothing is earned by it. The practice can say so on its own page.';
		throw new Refusal('not-allowed', `“${title}” ${why}`, 'exercise');
	}
	return own;
}

/** Members; in a peer group whoever leads takes part as everyone else does. */
async function peopleOf(needs: SettingNeeds, { id, kind }: Group, one: PersonId | null): Promise<PersonId[]> {
	const takesPart = ({ place }: Placement) => place === 'member' || (kind === 'peer' && place !== 'observer');
	const everyone = (await needs.groups.placements(id)).filter(takesPart).map(({ person }) => person);
	const people = one === null ? everyone : everyone.filter((person) => person === one);
	if (people.length > 0) return people;
	throw new Refusal('conflict', 'There is nobody in the group to set it for yet.', 'for');
}

/** The session that homework follows: the last one that has begun, or else the first that is planned. */
async function sessionFor(needs: SettingNeeds, group: GroupId): Promise<SessionId> {
	const sessions = await needs.schedule.ofGroup(group);
	const held = sessions.filter(({ state }) => state !== 'planned' && state !== 'cancelled').at(-1);
	const session = held ?? sessions.find(({ state }) => state === 'planned');
	if (!session) throw new Refusal('conflict', 'Please plan a session first: homework belongs to one.');
	return session.id;
}

function emptyPart(homework: HomeworkId, person: PersonId): HomeworkPartTable {
	return { homework, person, document: null, progress: 'not-begun', artifact: null };
}
