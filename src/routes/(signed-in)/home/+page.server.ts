import { leads } from '#lib/domain/group.ts';
import { isAhead, isPast } from '#lib/domain/session.ts';
import { askerOf } from '../../asking.ts';
import { remindersOf } from '../shown-homework.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asker = askerOf(event);
	const { person } = asker;
	const { groups, schedule, now } = event.locals.app;
	const { homeworkFlags } = event.locals.app;
	const [mine, sessions, homework] = await Promise.all([
		groups.mine(person),
		schedule.ofPerson(person),
		remindersOf(event.locals.app, asker)
	]);
	// S05: answers about safety that wait to be read, in the groups that one leads.
	const toRead = await Promise.all(
		mine
			.filter(({ placement, group }) => leads(placement.place) && group.kind === 'therapy')
			.map(async ({ group: { id, name } }) => ({ id, name, flags: await homeworkFlags.openOf(asker, id) }))
	);
	const [next = null, ...upcoming] = sessions.filter((session) => isAhead(session, now()));
	const cancelled = sessions.filter((session) => session.state === 'cancelled' && session.startsAt > now());
	return {
		now: now(),
		next,
		toRead: toRead
			.filter(({ flags }) => flags.length > 0)
			.map(({ id, name, flags }) => ({ id, name, isMine: flags.some(({ reader }) => reader === person) })),
		homework,
		upcoming: [...upcoming, ...cancelled].sort((a, b) => a.startsAt - b.startsAt),
		groups: mine.map(({ group: { id, name, kind }, placement }) => ({
			...{ id, name, kind, leads: leads(placement.place) },
			past: sessions.filter((session) => session.group === id && isPast(session)).length
		}))
	};
};
