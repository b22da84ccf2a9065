import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const group = idIn('group', event.params.group);
		return { group: await event.locals.app.groups.allow(askerOf(event), 'group.leave', group) };
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({}), async () => {
			await event.locals.app.groups.leave(asker, idIn('group', event.params.group));
			redirect(303, '/home');
		});
	}
};
