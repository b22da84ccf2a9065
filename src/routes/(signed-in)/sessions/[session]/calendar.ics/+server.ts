import { askerOf, idIn, page } from '../../../../asking.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
	page(async () => {
		const session = idIn('session', event.params.session);
		const named = event.url.searchParams.get('name') === 'group';
		const calendar = await event.locals.app.schedule.calendar(askerOf(event), session, { named });
		return new Response(calendar, {
			headers: {
				'Content-Type': 'text/calendar; charset=utf-8',
				'Content-Disposition': 'attachment; filename="hearth.ics"'
			}
		});
	});
