import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { act, askerOf } from '../../asking.ts';
import { freshAskerOf, freshWhereProvable } from '../../fresh.ts';
import { line } from '../../practice-form.ts';
import { SAYS_COOKIE, SAYS_GROUP } from '../../tab-title.ts';
import { setCookies, visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const id = v.pipe(v.optional(v.string(), ''), v.maxLength(100));
const YEAR_S = 365 * 24 * 3600;

/** Keeps a choice of how this browser shows Hearth. */
function remember(
	{ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
	name: string,
	value: string
): never {
	const { secure } = locals.app.config;
	cookies.set(name, value, { path: '/', secure, httpOnly: true, sameSite: 'lax', maxAge: YEAR_S });
	redirect(303, '/account');
}

export const load: PageServerLoad = async (event) => {
	const { person, name, staff, signIn } = askerOf(event);
	const { accounts } = event.locals.app;
	const cookieHeader = event.request.headers.get('cookie');
	const [signIns, credentials, mail, device] = await Promise.all([
		accounts.signIns.list(person),
		accounts.credentials.list(person),
		accounts.people.mailOf(person),
		accounts.devices.look(cookieHeader)
	]);
	const recoveryLeft = credentials.filter((one) => one.kind === 'recovery').length;
	return {
		...{ name, staff, mail, recoveryLeft },
		signIns: signIns.map(({ signIn: key, label, seenAt }) => ({
			key,
			label,
			seenAt,
			isThis: key === signIn
		})),
		credentials: credentials.filter((one) => one.kind !== 'recovery'),
		thisDevice: device?.person === person ? device.id : null,
		theme: event.cookies.get('theme') ?? 'auto'
	};
};

export const actions: Actions = {
	rename: async (event) => {
		const { person } = askerOf(event);
		const RenameForm = v.object({ name: line(80, 'Please give your name.') });
		return act(await event.request.formData(), RenameForm, async ({ name }) => {
			await event.locals.app.accounts.people.rename(person, name);
			return { done: 'Your name is changed. In your groups you keep the name they know.' };
		});
	},
	end: async (event) => {
		const { person } = askerOf(event);
		return act(await event.request.formData(), v.object({ key: id }), async ({ key }) => {
			await event.locals.app.accounts.own.endSignIn(person, key);
			return { done: 'That browser is signed out.' };
		});
	},
	endOthers: async (event) => {
		const { person, signIn } = askerOf(event);
		await event.locals.app.accounts.signIns.revokePerson(person, signIn);
		return { done: 'All other browsers are signed out.' };
	},
	remove: async (event) => {
		const { person, signIn } = freshAskerOf(event);
		const RemoveForm = v.object({ id, others: v.optional(v.string()) });
		return act(await event.request.formData(), RemoveForm, async ({ id: credential, others }) => {
			const { own, signIns, devices } = event.locals.app.accounts;
			const device = await devices.look(event.request.headers.get('cookie'));
			await own.removeWay(person, credential);
			// R43: what is not one's own device any more keeps nothing.
			if (device?.id === credential) event.setHeaders({ 'Clear-Site-Data': '"storage"' });
			// R09: on by default, the person may leave them signed in.
			if (others) await signIns.revokePerson(person, signIn);
			const gone = 'It is removed, and signs nobody in any more.';
			return { done: others ? `${gone} Your other browsers are signed out.` : gone };
		});
	},
	phone: async (event) => {
		const asker = await freshWhereProvable(event);
		const PhoneForm = v.object({ pin: id, others: v.optional(v.string()) });
		return act(await event.request.formData(), PhoneForm, async ({ pin, others }) => {
			const { cookieHeader, label } = visitorOf(event);
			const { own, signIns } = event.locals.app.accounts;
			setCookies(event, [await own.rememberPhone(asker, { pin, label, cookieHeader })]);
			if (others) await signIns.revokePerson(asker.person, asker.signIn);
			return { done: 'Next time, this phone or computer asks only for your PIN.' };
		});
	},
	theme: async (event) => {
		const theme = String((await event.request.formData()).get('theme'));
		remember(event, 'theme', ['light', 'dark'].includes(theme) ? theme : 'auto');
	},
	says: async (event) => {
		const says = (await event.request.formData()).get('says');
		remember(event, SAYS_COOKIE, says === SAYS_GROUP ? SAYS_GROUP : '');
	}
};
