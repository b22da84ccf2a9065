import { redirect } from '@sveltejs/kit';
import { askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const id = idIn('programme', event.params.programme);
		const { title } = await event.locals.app.ownProgrammes.allow(askerOf(event), id);
		return { title };
	});

export const actions: Actions = {
	default: (event) =>
		page(async () => {
			const id = idIn('programme', event.params.programme);
			await event.locals.app.ownProgrammes.remove(askerOf(event), id);
			redirect(303, '/programmes');
		})
};
