import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { whenFields } from '../../when-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { schedule } = event.locals.app;
		const session = await schedule.allow(
			askerOf(event),
			'session.plan',
			idIn('session', event.params.session)
		);
		if (session.state !== 'planned') {
			throw new Refusal('conflict', 'This session has begun or is over, so it can no longer be moved.');
		}
		const { id, title, minutes } = session;
		return { id, title, values: { ...schedule.wallClockOf(session), minutes: String(minutes) } };
	});

export const actions: Actions = {
	move: async (event) => {
		const asker = askerOf(event);
		const { schedule } = event.locals.app;
		return act(await event.request.formData(), v.object(whenFields), async ({ minutes, ...clock }) => {
			const session = idIn('session', event.params.session);
			const startsAt = schedule.instantOf(clock);
			await schedule.move(asker, session, { startsAt, zone: clock.zone, minutes });
			redirect(303, `/sessions/${session}`);
		});
	},
	cancel: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({}), async () => {
			const session = idIn('session', event.params.session);
			await event.locals.app.schedule.cancel(asker, session);
			redirect(303, `/sessions/${session}`);
		});
	}
};
