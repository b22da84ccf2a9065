import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, page } from '../../../asking.ts';
import { country, licenceFields, licenceIn } from '../../../practice-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const LicenceForm = v.object({ country, ...licenceFields });

function staffAsker(event: Pick<RequestEvent, 'locals' | 'url'>) {
	const asker = askerOf(event);
	if (!asker.staff) throw new Refusal('not-allowed', 'Only the practice’s own people have a licence here.');
	return asker;
}

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { person } = staffAsker(event);
		const { accounts } = event.locals.app;
		const [licence, practice] = await Promise.all([accounts.licenceOf(person), accounts.practice()]);
		return { licence: { country: practice?.country ?? '', ...licence } };
	});

export const actions: Actions = {
	default: async (event) =>
		act(await event.request.formData(), LicenceForm, async (form) => {
			const { person } = staffAsker(event);
			const licence = licenceIn(form);
			if (!licence) throw new Refusal('invalid', 'Please fill in your licence.', 'profession');
			await event.locals.app.accounts.people.changeLicence(person, licence);
			return { done: 'Saved. Members of your therapy groups see it on their pages.' };
		})
};
