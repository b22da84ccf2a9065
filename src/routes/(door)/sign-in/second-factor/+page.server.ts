import { redirect } from '@sveltejs/kit';
import { askLater } from '../../../arrival.ts';
import { askerOf } from '../../../asking.ts';
import { nextPage } from '../../../next-page.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
	const { secondFactorDue: due } = askerOf(event);
	const next = nextPage(event.url.searchParams.get('next'));
	if (due === null) redirect(303, next);
	return { due, isOverdue: due <= event.locals.app.now() };
};

export const actions: Actions = {
	default: (event) => {
		const { secondFactorDue: due } = askerOf(event);
		if (due !== null) askLater(event, due);
		redirect(303, nextPage(event.url.searchParams.get('next')));
	}
};
