import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { arrive } from '../../../arrival.ts';
import { act } from '../../../asking.ts';
import { nextPage } from '../../../next-page.ts';
import { visitorOf } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const CodeForm = v.object({
	code: v.pipe(v.optional(v.string(), ''), v.trim(), v.nonEmpty('Please give the code.'), v.maxLength(40))
});

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const next = nextPage(url.searchParams.get('next'));
	const ways = await locals.app.accounts.waysIn.secondWays(request.headers.get('cookie'));
	if (ways.length === 0) {
		redirect(303, locals.signedIn ? next : `/sign-in?next=${encodeURIComponent(next)}`);
	}
	return { next, ways };
};

export const actions: Actions = {
	default: async (event) =>
		act(await event.request.formData(), CodeForm, async ({ code }) => {
			const way = await event.locals.app.accounts.waysIn.withCode(visitorOf(event), code);
			return arrive(event, way, event.url.searchParams.get('next'));
		})
};
