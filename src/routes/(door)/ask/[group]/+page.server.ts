import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { PREFERENCES, SELF_CHECKS } from '#lib/domain/join-request.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, idIn, page } from '../../../asking.ts';
import { emptyLine, line } from '../../../practice-form.ts';
import type { Actions, PageServerLoad } from './$types';

const AskForm = v.object({
	age: v.literal('adult', 'Please say whether you are 18 or older.'),
	alias: line(40, 'Please say what we may call you.'),
	hopes: line(1500, 'Please write a line or two, in your own words.'),
	preference: v.picklist(PREFERENCES, 'Please choose one.'),
	link: v.picklist(SELF_CHECKS, 'Please choose one.'),
	privacy: v.picklist(SELF_CHECKS, 'Please choose one.'),
	contactName: line(80, 'Please name somebody.'),
	contactPhone: v.pipe(
		line(40, 'Please give a phone number of theirs.'),
		v.regex(/\d{2}/, 'Please give a phone number that can be called.')
	),
	reachBy: emptyLine(120)
});

export const load: PageServerLoad = ({ params, locals }) =>
	page(async () => {
		const open = await locals.app.openings.openGroup(idIn('group', params.group));
		if (!open) throw new Refusal('not-found', 'This group takes no requests just now.');
		return { open };
	});

export const actions: Actions = {
	default: async ({ request, params, locals, getClientAddress }) => {
		const form = await request.formData();
		// S17: whoever is not of age leaves no trace here.
		if (form.get('age') === 'minor') redirect(303, '/join/under-18');
		return act(form, AskForm, async ({ contactName: name, contactPhone: phone, age: _age, ...wishes }) => {
			const group = idIn('group', params.group);
			const emergencyContact = { name, phone };
			return locals.app.joinRequests.ask(group, { ...wishes, emergencyContact }, getClientAddress());
		});
	}
};
