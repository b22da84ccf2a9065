import { redirect } from '@sveltejs/kit';
import { askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const id = idIn('template', event.params.template);
		const { title } = await event.locals.app.templates.allow(askerOf(event), 'change', id);
		return { title };
	});

export const actions: Actions = {
	default: (event) =>
		page(async () => {
			await event.locals.app.templates.remove(askerOf(event), idIn('template', event.params.template));
			redirect(303, '/templates');
		})
};
