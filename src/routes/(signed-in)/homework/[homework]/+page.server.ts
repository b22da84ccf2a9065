import { askerOf, idIn, page } from '../../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { accounts, homeworks, schedule, now } = event.locals.app;
		const opened = await homeworks.open(asker, idIn('step', event.params.homework));
		const [device, session] = await Promise.all([
			accounts.devices.look(event.request.headers.get('cookie')),
			schedule.get(opened.homework.session)
		]);
		return {
			...{ ...opened, now: now(), zone: session?.zone ?? 'UTC', person: asker.person },
			ownDevice: device?.person === asker.person
		};
	});
