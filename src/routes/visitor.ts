import type { RequestEvent } from '@sveltejs/kit';
import type { Cookie } from '../../server/accounts/cookies.ts';
import type { Visitor } from '../../server/accounts/ways-in.ts';
import { browserLabel } from './browser-label.ts';

/** The browser that asks to be signed in. */
export function visitorOf({ request, getClientAddress }: RequestEvent): Visitor {
	return {
		cookieHeader: request.headers.get('cookie'),
		address: getClientAddress(),
		label: browserLabel(request.headers.get('user-agent') ?? '')
	};
}

export function setCookies({ cookies }: Pick<RequestEvent, 'cookies'>, set: Cookie[]): void {
	for (const { name, value, options } of set) cookies.set(name, value, options);
}
