import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import type { SignedIn } from '../../../../../server/accounts/sign-ins.ts';
import { act, askerOf, page } from '../../../asking.ts';
import { freshAskerOf, freshCallerOf } from '../../../fresh.ts';
import { country, licenceFields, licenceIn } from '../../../practice-form.ts';
import type { Actions, PageServerLoad } from './$types';

const LicenceForm = v.object({ country, ...licenceFields });

function requireStaff({ staff }: SignedIn): void {
	if (!staff) throw new Refusal('not-allowed', 'Only the practice’s own people have a licence here.');
}

export const load: PageServerLoad = (event) =>
	page(async () => {
		requireStaff(askerOf(event));
		const { person } = freshAskerOf(event);
		const { accounts } = event.locals.app;
		const [licence, practice] = await Promise.all([accounts.licenceOf(person), accounts.practice()]);
		return { licence: { country: practice?.country ?? '', ...licence } };
	});

export const actions: Actions = {
	default: async (event) =>
		act(await event.request.formData(), LicenceForm, async (form) => {
			// R10: members see it, so it is changed by someone who has just proved who they are.
			const asker = freshCallerOf(event);
			requireStaff(asker);
			const { person } = asker;
			const licence = licenceIn(form);
			if (!licence) throw new Refusal('invalid', 'Please fill in your licence.', 'profession');
			await event.locals.app.accounts.people.changeLicence(person, licence);
			return { done: 'Saved. Members of your therapy groups see it on their pages.' };
		})
};
