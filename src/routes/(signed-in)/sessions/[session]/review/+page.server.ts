import { redirect } from '@sveltejs/kit';
import { isPast } from '#lib/domain/session.ts';
import { askerOf, idIn, page } from '../../../../asking.ts';
import { forPage } from '../../../../for-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { reviews } = event.locals.app;
		const id = idIn('session', event.params.session);
		const review = await reviews.ofSession(asker, id);
		if (!isPast(review.session)) redirect(303, `/sessions/${id}`);
		// Opening what members gave to their facilitators is a choice, and it is noted (S15).
		const opens = review.leads && event.url.searchParams.get('open') === 'check-ins';
		const shown = { ...review, ofGroup: review.ofGroup.map(forPage), mine: review.mine.map(forPage) };
		return { review: shown, checkIns: opens ? await reviews.checkInsOf(asker, id) : null };
	});
