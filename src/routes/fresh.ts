import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { SignedIn } from '../../server/accounts/sign-ins.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { askerOf } from './asking.ts';

/** How long a proof of identity counts as fresh (R10). */
const FRESH_MS = 5 * 60_000;

/** Who asks, having proved within five minutes who they are; others prove it again and come back (R10). */
export function freshAskerOf(event: Pick<RequestEvent, 'locals' | 'url'>): SignedIn {
	const asker = askerOf(event);
	if (isFresh(event.locals, asker)) return asker;
	redirect(303, `/sign-in/again?next=${encodeURIComponent(event.url.pathname)}`);
}

/** The same for an endpoint, which cannot lead anybody anywhere. Throws a Refusal. */
export function freshCallerOf({ locals }: Pick<RequestEvent, 'locals'>): SignedIn {
	const { signedIn } = locals;
	if (!signedIn) throw new Refusal('not-signed-in', 'You have been signed out. Please sign in again.');
	if (isFresh(locals, signedIn)) return signedIn;
	throw new Refusal(
		'stale-sign-in',
		'This page has been open for a while. Please load it again, and say once more that it is you.'
	);
}

/** The demonstration's people have nothing to prove it with, and nothing to lose. */
function isFresh({ app }: App.Locals, { provedAt }: SignedIn): boolean {
	return app.config.demo || app.now() - provedAt <= FRESH_MS;
}

/**
 * The same, but for whoever came by a link and has no other way yet: they have nothing to prove it with, and
 * adding their first way of their own takes nothing from anybody.
 */
export async function freshWhereProvable(event: RequestEvent): Promise<SignedIn> {
	const asker = askerOf(event);
	const { stepUp, passkeys } = event.locals.app.accounts;
	const ways = await stepUp.waysOf(asker.person, event.request.headers.get('cookie'));
	const isProvable = ways.length > 0 || (await passkeys.has(asker.person));
	return isProvable ? freshAskerOf(event) : asker;
}
