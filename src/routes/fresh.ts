import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '../../server/accounts/sign-ins.ts';
import { askerOf } from './asking.ts';

/** How long a proof of identity counts as fresh (R10). */
const FRESH_MS = 5 * 60_000;

/** Who asks, having proved within five minutes who they are; others prove it again and come back (R10). */
export function freshAskerOf(event: Pick<RequestEvent, 'locals' | 'url'>): SignedIn {
	const asker = askerOf(event);
	if (event.locals.app.now() - asker.provedAt <= FRESH_MS) return asker;
	redirect(303, `/sign-in/again?next=${encodeURIComponent(event.url.pathname)}`);
}
