import { askerOf, idIn, page } from '../../../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { groups, reviews } = event.locals.app;
		const group = await groups.allow(asker, 'group.view', idIn('group', event.params.group));
		return { group: { id: group.id, name: group.name }, ...(await reviews.past(asker, group.id)) };
	});
