import { askerOf, idIn, page } from '../../../../asking.ts';
import { calendarReply } from '../../../../calendar-reply.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const session = idIn('session', event.params.session);
		const named = event.url.searchParams.get('name') === 'group';
		return calendarReply(await event.locals.app.schedule.calendar(askerOf(event), session, { named }));
	});
