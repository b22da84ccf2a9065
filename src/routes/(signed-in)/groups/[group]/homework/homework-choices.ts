import type { Exercise } from '#lib/domain/exercise.ts';
import { offered } from '#lib/domain/exercises/offered.ts';
import { leads, type Group } from '#lib/domain/group.ts';
import { needsSomeoneThere } from '#lib/domain/flag-receiver.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Session } from '#lib/domain/session.ts';
import type { App } from '../../../../../../server/app.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** What the fields of HomeworkFields.svelte choose from. */
export interface HomeworkChoices {
	kind: Group['kind'];
	/** Whether what asks about safety is among the exercises: somebody is named to read it (S05). */
	asksAboutSafety: boolean;
	/** The group's clock. */
	zone: string;
	/** The day that is offered first, such as 2026-11-24: the next session's, or a week from now. */
	due: string;
	exercises: { title: string; exercises: { id: string; title: string }[] }[];
	people: { person: PersonId; alias: string }[];
	facilitators: string[];
}

/** `next` is the session until which it is to be done; `riskReader` who reads answers about safety meanwhile (S05). */
export async function homeworkChoices(
	{ groups, schedule, now }: App,
	group: Group,
	{
		zone,
		next,
		riskReader,
		own
	}: { zone: string; next: Session | null; riskReader: object | null; own: readonly Exercise[] }
): Promise<HomeworkChoices> {
	const placements = await groups.placements(group.id);
	const takesPart = placements.filter(
		({ place }) => place === 'member' || (group.kind === 'peer' && place !== 'observer')
	);
	return {
		...{ kind: group.kind, zone, asksAboutSafety: riskReader !== null },
		due: schedule.wallClockOf({ startsAt: next?.startsAt ?? now() + WEEK_MS, zone }).date,
		exercises: offered(group.kind, own)
			.map(({ title, exercises }) => ({
				title,
				exercises: exercises
					.filter((one) => (riskReader !== null || !needsSomeoneThere(one)) && one.sharing !== 'together')
					.map(({ id, title: name }) => ({ id, title: name }))
			}))
			.filter(({ exercises }) => exercises.length > 0),
		people: takesPart.map(({ person, alias }) => ({ person, alias })),
		facilitators: placements.filter(({ place }) => leads(place)).map(({ alias }) => alias)
	};
}
