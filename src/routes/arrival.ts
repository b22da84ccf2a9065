import { redirect, type RequestEvent } from '@sveltejs/kit';
import type { WayIn } from '../../server/accounts/ways-in.ts';
import { nextPage } from './next-page.ts';
import { setCookies } from './visitor.ts';

const LATER = 'hearth-second-factor-later';

/** After a way in was taken: on to the second factor, or to the page that was asked for. */
export async function arrive(event: RequestEvent, way: WayIn, wanted: unknown): Promise<never> {
	setCookies(event, way.cookies);
	const next = nextPage(wanted);
	const query = `?next=${encodeURIComponent(next)}`;
	if (way.state === 'second-factor') redirect(303, `/sign-in/code${query}`);
	const { accounts, config, now } = event.locals.app;
	const due = await accounts.secondFactorDue(way.person);
	const isAsked = due !== null && (due <= now() || !event.cookies.get(LATER));
	if (isAsked && !config.demo) redirect(303, `/sign-in/second-factor${query}`);
	redirect(303, next);
}

/** Puts the question for a second factor off, in this browser, until it is due (R13). */
export function askLater({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>, due: number): void {
	const { config, now } = locals.app;
	const maxAge = Math.max(0, Math.floor((due - now()) / 1000));
	cookies.set(LATER, '1', { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure, maxAge });
}
