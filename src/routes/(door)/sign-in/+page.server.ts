import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { arrive } from '../../arrival.ts';
import { act } from '../../asking.ts';
import { nextPage } from '../../next-page.ts';
import { visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const text = v.pipe(v.optional(v.string(), ''), v.maxLength(256, 'This is too long.'));
const PasswordForm = v.object({
	mail: v.pipe(text, v.trim(), v.nonEmpty('Please give your mail address.')),
	password: v.pipe(text, v.nonEmpty('Please give your password.'))
});
const PinForm = v.object({ pin: v.pipe(text, v.trim(), v.nonEmpty('Please give your PIN.')) });

export const load: PageServerLoad = async ({ locals, request, url }) => {
	const next = nextPage(url.searchParams.get('next'));
	if (locals.signedIn) redirect(303, next);
	const { accounts } = locals.app;
	const device = await accounts.devices.look(request.headers.get('cookie'));
	const wantsOther = url.searchParams.has('other');
	return {
		myPhone: wantsOther ? null : (device?.lock ?? null),
		isSentHere: next !== '/home',
		isChanged: url.searchParams.has('changed'),
		next
	};
};

export const actions: Actions = {
	password: async (event) =>
		act(await event.request.formData(), PasswordForm, async ({ mail, password }) => {
			const way = await event.locals.app.accounts.waysIn.withPassword(visitorOf(event), mail, password);
			return arrive(event, way, event.url.searchParams.get('next'));
		}),
	pin: async (event) =>
		act(await event.request.formData(), PinForm, async ({ pin }) => {
			const way = await event.locals.app.accounts.waysIn.withPin(visitorOf(event), pin);
			return arrive(event, way, event.url.searchParams.get('next'));
		})
};
