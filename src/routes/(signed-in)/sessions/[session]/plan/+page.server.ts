import { fail } from '@sveltejs/kit';
import { goIntoRooms } from '#lib/domain/breakouts.ts';
import { leads } from '#lib/domain/group.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { summaryOf } from '#lib/domain/session.ts';
import { arranged } from '#lib/plan/arrange.ts';
import { planForm } from '#lib/plan/plan-form.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { keepTemplate } from '../../keep-template.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { groups, schedule, library } = event.locals.app;
		const session = await schedule.allow(
			askerOf(event),
			'session.plan',
			idIn('session', event.params.session)
		);
		if (session.state !== 'planned' && session.state !== 'open') {
			throw new Refusal('conflict', 'This session is over or cancelled, so its plan stays as it is.');
		}
		const [group, placements, begun] = await Promise.all([
			groups.get(session.group),
			groups.placements(session.group),
			schedule.begunSteps(session)
		]);
		const kind = group?.kind ?? 'peer';
		return {
			session: summaryOf(session, group?.name ?? ''),
			start: {
				...{ plan: session.plan, groupKind: kind, begun, own: await library.inUse() },
				people: goIntoRooms(kind, placements).map(({ person, alias: name }) => ({ person, name }))
			},
			facilitators: placements.filter((one) => leads(one.place)).map((one) => one.alias)
		};
	});

export const actions: Actions = {
	save: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), planForm, async (wish) => {
			await event.locals.app.schedule.savePlan(asker, idIn('session', event.params.session), wish);
			return { said: 'Saved.' };
		});
	},
	/** The steps, kept by a name to use again: the session itself is not saved by it. */
	template: async (event) => {
		const asker = askerOf(event);
		const { schedule } = event.locals.app;
		const session = idIn('session', event.params.session);
		return keepTemplate(
			event,
			asker,
			async () => (await schedule.allow(asker, 'session.plan', session)).group
		);
	},
	/** The builder's buttons in a browser without scripts: nothing is saved yet. */
	arrange: async (event) => {
		const asker = askerOf(event);
		const { groups, schedule } = event.locals.app;
		const form = Object.fromEntries(await event.request.formData()) as Record<string, string>;
		const kind = await page(async () => {
			const session = await schedule.allow(asker, 'session.plan', idIn('session', event.params.session));
			return (await groups.get(session.group))?.kind ?? 'peer';
		});
		return fail(400, { message: 'Not saved yet.', errors: {}, values: arranged(form, kind) });
	}
};
