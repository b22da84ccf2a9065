import { leads } from '#lib/domain/group.ts';
import { partOf } from '#lib/domain/programmes/programme.ts';
import { isAhead, isPast, summaryOf } from '#lib/domain/session.ts';
import type { Followed } from '../../../../../server/plans/group-programmes.ts';
import { askerOf, idIn, page } from '../../../asking.ts';
import { remindersOf } from '../../shown-homework.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { groups, schedule, programmes, joinRequests, now } = event.locals.app;
		const group = await groups.allow(asker, 'group.view', idIn('group', event.params.group));
		const [placements, leaders, sessions, requests, reminders] = await Promise.all([
			groups.placements(group.id),
			groups.leadersOf(group),
			schedule.ofGroup(group.id),
			joinRequests.countWaiting(group.id),
			remindersOf(event.locals.app, asker)
		]);
		const summaries = sessions.map((session) => summaryOf(session, group.name));
		const [next = null, ...later] = summaries.filter((session) => isAhead(session, now()));
		const cancelled = summaries.filter((one) => one.state === 'cancelled' && one.startsAt > now());
		const mayManage = placements.some((one) => one.person === asker.person && leads(one.place));
		return {
			programme: mayManage ? shownOf(await programmes.of(group.id)) : null,
			...{ now: now(), group, leaders, next },
			homework: reminders.filter((one) => one.group === group.id),
			upcoming: [...later, ...cancelled].sort((a, b) => a.startsAt - b.startsAt),
			past: summaries.filter(isPast).length,
			people: placements.map(({ alias, place, person }) => ({ alias, place, isMe: person === asker.person })),
			place: placements.find((one) => one.person === asker.person)?.place ?? null,
			mayManage,
			requests: mayManage ? requests : 0
		};
	});

function shownOf(followed: Followed | null) {
	if (!followed) return null;
	const { programme, planned, next } = followed;
	const ahead = next === null ? null : partOf(programme, next);
	return {
		...{ id: programme.id, title: programme.title, parts: programme.parts.length },
		planned: new Set(planned).size,
		next: ahead && next !== null ? { key: next, place: ahead.place, title: ahead.part.title } : null
	};
}
