import * as v from 'valibot';
import { act } from '../../../asking.ts';
import { freshAskerOf } from '../../../fresh.ts';
import type { Actions, PageServerLoad } from './$types';

const PasswordForm = v.object({
	mail: v.pipe(
		v.optional(v.string(), ''),
		v.trim(),
		v.email('Please give a mail address, such as ana@example.org.'),
		v.maxLength(200, 'This address is too long.')
	),
	newPassword: v.optional(v.string(), ''),
	others: v.optional(v.string())
});

export const load: PageServerLoad = async (event) => {
	const { person } = freshAskerOf(event);
	const { people, passwords, codes } = event.locals.app.accounts;
	const [mail, hasPassword, hasCode] = await Promise.all([
		people.mailOf(person),
		passwords.has(person),
		codes.has(person)
	]);
	return { mail: mail ?? '', hasPassword, least: hasCode ? 8 : 15 };
};

export const actions: Actions = {
	default: async (event) => {
		const asker = freshAskerOf(event);
		const { own, signIns } = event.locals.app.accounts;
		return act(await event.request.formData(), PasswordForm, async ({ mail, newPassword, others }) => {
			await own.setPassword(asker, mail, newPassword);
			// R09: on by default, the person may leave them signed in.
			if (others) await signIns.revokePerson(asker.person, asker.signIn);
			return { done: others ? 'Saved. Your other browsers are signed out.' : 'Saved.' };
		});
	}
};
