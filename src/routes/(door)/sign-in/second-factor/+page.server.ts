import { redirect } from '@sveltejs/kit';
import { askerOf } from '../../../asking.ts';
import { askLater } from '../../../arrival.ts';
import { nextPage } from '../../../next-page.ts';
import type { Actions, PageServerLoad } from './$types';

/** How long staff may put off adding a second factor (R13). */
const LATER_MS = 7 * 24 * 3_600_000;

export const load: PageServerLoad = (event) => {
	askerOf(event);
	return { next: nextPage(event.url.searchParams.get('next')) };
};

export const actions: Actions = {
	default: (event) => {
		askerOf(event);
		askLater(event, LATER_MS);
		redirect(303, nextPage(event.url.searchParams.get('next')));
	}
};
