import { setCookies } from '../visitor.ts';
import type { RequestHandler } from './$types';

/** Ends the sign-in with its sockets and media (R06), and what the browser kept of it (R43). */
export const POST: RequestHandler = async (event) => {
	const ended = await event.locals.app.accounts.signIns.end(event.request.headers.get('cookie'));
	setCookies(event, [ended]);
	return new Response(null, { status: 303, headers: { Location: '/', 'Clear-Site-Data': '"storage"' } });
};
