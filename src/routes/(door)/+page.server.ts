import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	if (locals.signedIn) redirect(303, '/home');
	const { accounts, openings } = locals.app;
	return { isSetUp: !(await accounts.setUp.isNeeded()), open: await openings.openGroups() };
};
