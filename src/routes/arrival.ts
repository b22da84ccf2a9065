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
	const { accounts } = event.locals.app;
	const row = await accounts.people.find(way.person);
	const isAsked = row?.staff === 1 && !event.cookies.get(LATER);
	if (isAsked && !(await accounts.hasSecondFactor(way.person)))
		redirect(303, `/sign-in/second-factor${query}`);
	redirect(303, next);
}

/** Puts the question for a second factor off (R13). */
export function askLater({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>, forMs: number): void {
	const { secure } = locals.app.config;
	cookies.set(LATER, '1', { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: forMs / 1000 });
}
