import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { plannedMinutes } from '#lib/domain/plan.ts';
import { arranged } from '#lib/plan/arrange.ts';
import { planForm } from '#lib/plan/plan-form.ts';
import { act, askerOf, idIn, page } from '../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const id = idIn('template', event.params.template);
		const { templates, library } = event.locals.app;
		const template = await templates.allow(asker, 'change', id);
		const { title, plan, groupKind, shared } = template;
		const own = await library.inUse();
		return {
			title,
			shared,
			minutes: plannedMinutes(plan),
			start: { plan, groupKind, begun: [], own, people: [] }
		};
	});

export const actions: Actions = {
	save: async (event) => {
		const asker = askerOf(event);
		const form = v.intersect([v.object({ shared: v.optional(v.literal('on')) }), planForm]);
		return act(await event.request.formData(), form, async ({ title, plan, shared }) => {
			const wish = { title, plan, shared: shared === 'on' };
			await event.locals.app.templates.change(asker, idIn('template', event.params.template), wish);
			redirect(303, '/templates');
		});
	},
	/** The builder's buttons in a browser without scripts: nothing is saved yet. */
	arrange: async (event) => {
		const asker = askerOf(event);
		const form = Object.fromEntries(await event.request.formData()) as Record<string, string>;
		const { groupKind } = await page(() =>
			event.locals.app.templates.allow(asker, 'change', idIn('template', event.params.template))
		);
		return fail(400, { message: 'Not saved yet.', errors: {}, values: arranged(form, groupKind) });
	}
};
