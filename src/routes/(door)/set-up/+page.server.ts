import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { act } from '../../asking.ts';
import { crisisLinesIn, licenceFields, licenceIn, line, practiceFields } from '../../practice-form.ts';
import { setCookies, visitorOf } from '../../visitor.ts';
import type { Actions, PageServerLoad } from './$types';

const SetUpForm = v.looseObject({
	token: v.optional(v.string(), ''),
	name: line(80, 'Please give your name.'),
	mail: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.email('Please give a mail address, such as dana@example.org.'),
		v.maxLength(200, 'This address is too long.')
	),
	password: v.optional(v.string(), ''),
	...practiceFields,
	...licenceFields
});

export const load: PageServerLoad = async ({ locals }) => {
	if (!(await locals.app.accounts.setUp.isNeeded())) redirect(303, locals.signedIn ? '/home' : '/sign-in');
};

export const actions: Actions = {
	default: async (event) => {
		const { setUp, waysIn } = event.locals.app.accounts;
		return act(await event.request.formData(), SetUpForm, async (form) => {
			const { name, mail, password, practice, country, token } = form;
			const person = await setUp.finish(token, {
				...{ name, mail, password },
				licence: licenceIn(form),
				practice: { name: practice, country, crisisLines: crisisLinesIn(form) }
			});
			const way = await waysIn.signIn(visitorOf(event), person, { secondFactor: false });
			setCookies(event, way.cookies);
			redirect(303, '/home');
		});
	}
};
