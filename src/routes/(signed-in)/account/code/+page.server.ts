import * as v from 'valibot';
import { act } from '../../../asking.ts';
import { freshAskerOf } from '../../../fresh.ts';
import type { Actions, PageServerLoad } from './$types';

const CodeForm = v.object({
	key: v.optional(v.string(), ''),
	code: v.pipe(v.optional(v.string(), ''), v.trim(), v.nonEmpty('Please type the code.'), v.maxLength(20)),
	others: v.optional(v.string())
});

export const load: PageServerLoad = (event) => {
	const asker = freshAskerOf(event);
	return event.locals.app.accounts.own.proposeCode(asker);
};

export const actions: Actions = {
	default: async (event) => {
		const { person, signIn } = freshAskerOf(event);
		const { own, signIns } = event.locals.app.accounts;
		return act(await event.request.formData(), CodeForm, async ({ key, code, others }) => {
			const recovery = await own.confirmCode(person, key, code);
			if (others) await signIns.revokePerson(person, signIn);
			return { recovery };
		});
	}
};
