import * as v from 'valibot';
import { act } from '../../asking.ts';
import type { Actions } from './$types';

const LinkForm = v.object({ token: v.optional(v.string(), '') });

export const actions: Actions = {
	/** Says what became of a request. */
	look: async ({ request, locals }) =>
		act(await request.formData(), LinkForm, async ({ token }) => ({
			request: await locals.app.joinRequests.look(token)
		})),
	withdraw: async ({ request, locals }) =>
		act(await request.formData(), LinkForm, async ({ token }) => {
			await locals.app.joinRequests.withdraw(token);
			return { withdrawn: true };
		})
};
