import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf, idIn, page } from '../../../asking.ts';
import { forPage } from '../../../for-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const one = await event.locals.app.reviews.one(asker, idIn('artifact', event.params.artifact));
		if (!one) throw new Refusal('not-found', 'There is no such artifact.');
		return { ...one, artifact: forPage(one.artifact) };
	});
