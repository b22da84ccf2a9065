import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act, askerOf } from '../../../asking.ts';
import { nextPage } from '../../../next-page.ts';
import { setCookies, visitorOf } from '../../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const text = v.pipe(v.optional(v.string(), ''), v.maxLength(256, 'This is too long.'));
const AgainForm = v.object({ password: text, pin: text, code: text });

export const load: PageServerLoad = async (event) => {
	const { person } = askerOf(event);
	const { stepUp, passkeys } = event.locals.app.accounts;
	const ways = await stepUp.waysOf(person, event.request.headers.get('cookie'));
	const hasPasskey = await passkeys.has(person);
	return { ways, hasPasskey, next: nextPage(event.url.searchParams.get('next')) };
};

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), AgainForm, async ({ password, pin, code }) => {
			const kind = password ? 'password' : pin ? 'pin' : 'code';
			const secret = password || pin || code;
			const { stepUp } = event.locals.app.accounts;
			setCookies(event, [await stepUp.prove(visitorOf(event), asker, { kind, secret })]);
			redirect(303, nextPage(event.url.searchParams.get('next')));
		});
	}
};
