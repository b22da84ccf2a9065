import { isPast, summaryOf } from '#lib/domain/session.ts';
import { askerOf, idIn, page } from '../../../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { groups, schedule } = event.locals.app;
		const group = await groups.allow(askerOf(event), 'group.view', idIn('group', event.params.group));
		const sessions = await schedule.ofGroup(group.id);
		const past = sessions.filter(isPast).map((session) => summaryOf(session, group.name));
		return { group: { id: group.id, name: group.name }, past: past.reverse() };
	});
