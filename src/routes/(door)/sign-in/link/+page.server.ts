import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { arrive } from '../../../arrival.ts';
import { act } from '../../../asking.ts';
import { inAppBrowser } from '../../in-app-browser.ts';
import { visitorOf } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const LinkForm = v.object({ token: v.optional(v.string(), '') });

export const load: PageServerLoad = ({ request, locals }) => ({
	inApp: inAppBrowser(request.headers.get('user-agent') ?? ''),
	signedInAs: locals.signedIn?.name ?? null
});

export const actions: Actions = {
	/** Says whose link it is; nothing is spent. */
	look: async (event) => {
		const { accounts } = event.locals.app;
		const { token } = v.parse(LinkForm, Object.fromEntries(await event.request.formData()));
		const link = await accounts.invitations.look(token);
		if (!link?.person || link.state !== 'open') {
			return fail(404, {
				message: 'This link has been used, or it is too old. Please ask your facilitator for a new one.'
			});
		}
		return { name: await accounts.nameOf(link.person) };
	},
	enter: async (event) =>
		act(await event.request.formData(), LinkForm, async ({ token }) => {
			const way = await event.locals.app.accounts.waysIn.withLink(visitorOf(event), token);
			return arrive(event, way, null);
		})
};
