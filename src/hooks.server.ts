import type { Handle, HandleServerError } from '@sveltejs/kit';
import type { App as Hearth } from '../server/app.ts';
import { withoutStyleAttributes } from './style-attributes.ts';

const THEMES = ['light', 'dark'];

function services(): Hearth {
	return (globalThis as Record<symbol, unknown>)[Symbol.for('hearth.app')] as Hearth;
}

export const handle: Handle = async ({ event, resolve }) => {
	event.locals.app = services();
	const { signIns } = event.locals.app.accounts;
	event.locals.signedIn = await signIns.authenticate(event.request.headers.get('cookie'));
	// Asking how long is left is no use of the page (R03).
	const isLook = event.request.method === 'GET' && event.url.pathname === '/sign-in/remaining';
	if (event.locals.signedIn && !isLook) await signIns.touch(event.locals.signedIn.signIn);
	const chosen = event.cookies.get('theme') ?? '';
	const theme = THEMES.includes(chosen) ? chosen : 'auto';
	return resolve(event, {
		transformPageChunk: ({ html }) => withoutStyleAttributes(html.replace('%hearth.theme%', theme))
	});
};

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	const id = services().logFault(`${event.request.method} ${event.route.id ?? 'no route'}`, error);
	return { message: 'Something went wrong on our side. Nothing you saved is lost.', id };
};
