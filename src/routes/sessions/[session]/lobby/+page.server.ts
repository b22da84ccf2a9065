import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { PageServerLoad } from './$types';

/** The lobby is the room's first screen: who is let in comes into the room without a new page. */
export const load: PageServerLoad = ({ params }) => {
	redirect(303, resolve('/sessions/[session]/room', { session: params.session }));
};
