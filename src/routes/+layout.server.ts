import { SAYS_COOKIE, SAYS_GROUP } from './tab-title.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ cookies, locals }) => ({
	isSignedIn: locals.signedIn !== null,
	saysGroup: cookies.get(SAYS_COOKIE) === SAYS_GROUP
});
