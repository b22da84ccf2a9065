import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const artifact = idIn('artifact', event.params.artifact);
		const item = event.url.searchParams.get('item') ?? undefined;
		const asked = await event.locals.app.reviews.toWithdraw(asker, { artifact, item });
		if (!asked) throw new Refusal('not-found', 'This is not here, or not yours to take back.');
		return { ...asked, item: item ?? '' };
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		const { artifacts } = event.locals.app;
		return act(await event.request.formData(), v.object({ item: v.string() }), async ({ item }) => {
			const artifact = idIn('artifact', event.params.artifact);
			const session = await artifacts.withdraw(asker, { artifact, item: item || undefined });
			redirect(303, `/sessions/${session}/review`);
		});
	}
};
