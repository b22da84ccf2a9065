import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.signedIn) redirect(303, '/home');
	return { isSetUp: !(await locals.app.accounts.setUp.isNeeded()) };
};
