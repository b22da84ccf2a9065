import { leads } from '#lib/domain/group.ts';
import { exerciseOf } from '#lib/domain/exercises/of-step.ts';
import { isReviewedIn, type Homework, type HomeworkId, type HomeworkProgress } from '#lib/domain/homework.ts';
import type { ArtifactId, PersonId, SessionId } from '#lib/domain/ids.ts';
import type { Session } from '#lib/domain/session.ts';
import type { App } from '../../../server/app.ts';
import type { Asker } from '../../../server/groups/actor.ts';
import {
	homeworkChoices,
	type HomeworkChoices
} from '../(signed-in)/groups/[group]/homework/homework-choices.ts';

interface Shown {
	id: HomeworkId;
	title: string;
	words: string;
	dueAt: number;
	/** Whether it was set in this session; otherwise this session looks back at it. */
	isNew: boolean;
}

/** One's own: how far one is. */
export type OwnHere = Shown & { progress: HomeworkProgress };

/** For those who lead: how far each is, and what they may read of it (S09). */
export type SetHere = Shown & {
	parts: { person: PersonId; name: string; progress: HomeworkProgress; artifact: ArtifactId | null }[];
};

/** The homework that a session looks back at, and what was set in it, as one person may know it. */
export interface HomeworkHere {
	/** The group's clock. */
	zone: string;
	now: number;
	mine: OwnHere[];
	/** Only for those who lead. */
	set: SetHere[];
	choices: HomeworkChoices | null;
}

/** Throws Refusal. */
export async function homeworkHere(app: App, asker: Asker, id: SessionId): Promise<HomeworkHere> {
	const { groups, homeworks, schedule, now } = app;
	const session = await schedule.allow(asker, 'session.view', id);
	const group = await groups.allow(asker, 'homework.do', session.group);
	const placements = await groups.placements(group.id);
	const place = placements.find(({ person }) => person === asker.person)?.place ?? null;
	const mine = (await homeworks.mine(asker))
		.filter((one) => one.group === group.id && isHere(one, [one.mine], session))
		.map((one) => ({ ...shown(one, id), progress: one.mine.progress }));
	const about = { zone: session.zone, now: now(), mine };
	if (!leads(place)) return { ...about, set: [], choices: null };
	const nameOf = (person: PersonId) =>
		placements.find((one) => one.person === person)?.alias ?? 'someone who has left';
	const all = (await homeworks.ofGroup(asker, group.id)).filter((one) => isHere(one, one.parts, session));
	const ahead = (await schedule.ofGroup(group.id)).find(
		({ id: other, state, startsAt }) => other !== id && state === 'planned' && startsAt > session.startsAt
	);
	return {
		...about,
		set: all.map((one) => ({
			...shown(one, id),
			parts: one.parts.map((part) => ({ ...part, name: nameOf(part.person) }))
		})),
		choices: await homeworkChoices(app, group, {
			...{ zone: session.zone, next: ahead ?? null },
			riskReader: await app.riskReaders.of(group.id),
			own: await app.library.inUse()
		})
	};
}

function isHere(homework: Homework, parts: { progress: HomeworkProgress }[], session: Session): boolean {
	if (homework.session === session.id) return homework.restedAt === null;
	return isReviewedIn(homework, parts, session);
}

function shown(homework: Homework, here: SessionId): Shown {
	const { id, words, dueAt, session } = homework;
	const title = exerciseOf(homework)?.title ?? 'An exercise that is no longer in the library';
	return { ...{ id, title, words, dueAt }, isNew: session === here };
}
