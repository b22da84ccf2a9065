import { exerciseOf } from '#lib/domain/exercises/of-step.ts';
import { isStillToDo, type HomeworkId, type HomeworkProgress } from '#lib/domain/homework.ts';
import type { GroupId } from '#lib/domain/ids.ts';
import type { App } from '../../../server/app.ts';
import type { Asker } from '../../../server/groups/actor.ts';

/** A line of the list of what is to be done before next time. */
export interface ShownHomework {
	id: HomeworkId;
	group: GroupId;
	title: string;
	dueAt: number;
	/** The group's clock. */
	zone: string;
	groupName: string;
	progress: HomeworkProgress;
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** What a person is reminded of: what rests is left out, and what was finished leaves a week after its day. */
export async function remindersOf(
	{ homeworks, groups, schedule, now }: App,
	asker: Asker
): Promise<ShownHomework[]> {
	const at = now();
	const shown = (await homeworks.mine(asker)).filter(
		({ restedAt, mine, dueAt }) => restedAt === null && (isStillToDo(mine.progress) || dueAt + WEEK_MS > at)
	);
	return Promise.all(
		shown.map(async (one) => {
			const [group, session] = await Promise.all([groups.get(one.group), schedule.get(one.session)]);
			return {
				...{ id: one.id, group: one.group, dueAt: one.dueAt, progress: one.mine.progress },
				...{ zone: session?.zone ?? 'UTC', groupName: group?.name ?? '' },
				title: exerciseOf(one)?.title ?? 'An exercise that is no longer in the library'
			};
		})
	);
}
