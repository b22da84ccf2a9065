import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act } from '../../../asking.ts';
import type { Actions } from './$types';

const ResetForm = v.object({
	token: v.pipe(v.optional(v.string(), ''), v.maxLength(200)),
	password: v.pipe(v.optional(v.string(), ''), v.nonEmpty('Please choose a password.'), v.maxLength(256))
});

export const actions: Actions = {
	default: async ({ request, locals }) =>
		act(await request.formData(), ResetForm, async ({ token, password }) => {
			await locals.app.accounts.own.resetPassword(token, password);
			redirect(303, '/sign-in?changed&other');
		})
};
