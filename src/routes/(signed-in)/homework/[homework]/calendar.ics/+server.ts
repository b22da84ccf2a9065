import { askerOf, idIn, page } from '../../../../asking.ts';
import { calendarReply } from '../../../../calendar-reply.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const id = idIn('step', event.params.homework);
		const named = event.url.searchParams.get('name') === 'group';
		return calendarReply(await event.locals.app.homeworks.calendar(askerOf(event), id, { named }));
	});
