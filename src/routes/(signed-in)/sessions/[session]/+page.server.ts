import { leads } from '#lib/domain/group.ts';
import { isAhead, summaryOf } from '#lib/domain/session.ts';
import { askerOf, idIn, page } from '../../../asking.ts';
import { remindersOf } from '../../shown-homework.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { groups, schedule, now } = event.locals.app;
		const session = await schedule.allow(asker, 'session.view', idIn('session', event.params.session));
		const [group, placement, reminders] = await Promise.all([
			groups.get(session.group),
			groups.placeOf(session.group, asker.person),
			remindersOf(event.locals.app, asker)
		]);
		return {
			now: now(),
			session: summaryOf(session, group?.name ?? ''),
			homework: isAhead(session, now()) ? reminders.filter((one) => one.group === session.group) : [],
			steps: session.plan.steps.map(({ id, title, minutes }) => ({ id, title, minutes })),
			mayPlan: leads(placement?.place ?? null)
		};
	});
