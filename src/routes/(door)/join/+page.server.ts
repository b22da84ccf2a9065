import { redirect, type RequestEvent } from '@sveltejs/kit';
import * as v from 'valibot';
import { consentPoints, CONSENT_VERSION } from '#lib/domain/consent.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { act } from '../../asking.ts';
import { line } from '../../practice-form.ts';
import { setCookies, visitorOf } from '../../visitor.ts';
import { inAppBrowser } from '../in-app-browser.ts';
import type { Actions, PageServerLoad } from './$types';

const LookForm = v.object({ token: v.optional(v.string(), '') });
const JoinForm = v.object({
	...LookForm.entries,
	age: v.picklist(['adult', 'minor'], 'Please say whether you are 18 or older.'),
	alias: line(40, 'Please say what the group may call you.'),
	consent: v.optional(v.string(), ''),
	device: v.picklist(['mine', 'shared', 'known'], 'Please choose one of the two.'),
	pin: v.optional(v.string(), '')
});

export const load: PageServerLoad = ({ request, locals }) => ({
	inApp: inAppBrowser(request.headers.get('user-agent') ?? ''),
	signedInAs: locals.signedIn?.name ?? null
});

/** What a newcomer is shown of the group before they decide. */
async function invitationOf({ locals }: Pick<RequestEvent, 'locals'>, token: string) {
	const { accounts, groups } = locals.app;
	const { invitation, group } = await accounts.joining.look(token);
	const leaders = await groups.leadersOf(group);
	return {
		group: { name: group.name, kind: group.kind, focus: group.focus, agreements: group.agreements },
		isObserver: invitation.place === 'observer',
		leaders,
		consent: { version: CONSENT_VERSION, points: consentPoints(group.kind) }
	};
}

export const actions: Actions = {
	/** Opens an invitation to look at it; nothing is spent. */
	look: async (event) =>
		act(await event.request.formData(), LookForm, async ({ token }) => ({
			invitation: await invitationOf(event, token)
		})),
	join: async (event) => {
		const form = await event.request.formData();
		// S17: whoever is not of age leaves no trace here, and the invitation stays unspent.
		if (form.get('age') === 'minor') redirect(303, '/join/under-18');
		return act(form, JoinForm, async ({ token, alias, consent, device, pin }) => {
			if (!consent)
				throw new Refusal('invalid', 'Please read the points, and agree or ask first.', 'consent');
			const { accounts } = event.locals.app;
			const { group, cookies, staff } = await accounts.joining.accept(visitorOf(event), token, {
				...{ alias, consent, pin: device === 'mine' ? pin : null },
				person: event.locals.signedIn?.person ?? null
			});
			setCookies(event, cookies);
			// R13: who leads is asked for a second factor at once, and may put it off for a week.
			redirect(303, staff ? `/sign-in/second-factor?next=/groups/${group}` : `/groups/${group}`);
		});
	}
};
