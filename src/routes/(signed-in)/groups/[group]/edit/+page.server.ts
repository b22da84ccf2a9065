import { redirect } from '@sveltejs/kit';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { EditGroupForm } from '../../group-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const group = await event.locals.app.groups.allow(
			asker,
			'group.manage',
			idIn('group', event.params.group)
		);
		const { name, focus, capacity, agreements, aftercare } = group;
		return {
			group,
			values: {
				...{ name, focus, capacity: String(capacity), agreements: agreements.join('\n') },
				...{ afterWords: aftercare.words, afterReach: aftercare.reach }
			}
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), EditGroupForm, async (change) => {
			const group = idIn('group', event.params.group);
			await event.locals.app.groups.update(asker, group, change);
			redirect(303, `/groups/${group}`);
		});
	}
};
