import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { programmeNamed } from '#lib/domain/programmes/programmes.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { groups, programmes } = event.locals.app;
		const group = await groups.allow(asker, 'group.manage', idIn('group', event.params.group));
		const [offered, followed] = await Promise.all([
			programmes.offered(asker, group),
			programmes.of(group.id)
		]);
		return {
			group: { id: group.id, name: group.name, kind: group.kind },
			followed: followed?.programme.id ?? null,
			programmes: offered.map(({ id, title, summary, minutes, parts }) => ({
				...{ id, title, summary, minutes },
				isOwn: programmeNamed(id) === null,
				parts: parts.map((part, index) => ({ id: index, title: part.title, aim: part.aim }))
			}))
		};
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({ programme: v.string() }), async ({ programme }) => {
			const group = idIn('group', event.params.group);
			await event.locals.app.programmes.choose(asker, group, programme || null);
			redirect(303, `/groups/${group}`);
		});
	}
};
