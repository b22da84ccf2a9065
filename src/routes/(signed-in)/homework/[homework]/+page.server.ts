import { linesFor } from '#lib/domain/practice.ts';
import { askerOf, idIn, page } from '../../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { accounts, homeworks, rooms, schedule, now } = event.locals.app;
		const opened = await homeworks.open(asker, idIn('step', event.params.homework));
		const [device, session, practice, card] = await Promise.all([
			accounts.devices.look(event.request.headers.get('cookie')),
			schedule.get(opened.homework.session),
			accounts.practice(),
			rooms.contactCards.last(opened.homework.group, asker.person)
		]);
		return {
			...{ ...opened, now: now(), zone: session?.zone ?? 'UTC', person: asker.person },
			ownDevice: device?.person === asker.person,
			help: practice ? linesFor(card?.country ?? '', practice) : { lines: [], elsewhere: '' }
		};
	});
