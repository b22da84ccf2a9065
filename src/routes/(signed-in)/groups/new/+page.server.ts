import { redirect } from '@sveltejs/kit';
import { isLicenceValid } from '#lib/domain/practice.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, page } from '../../../asking.ts';
import { NewGroupForm } from '../group-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { person, name, staff } = askerOf(event);
		if (!staff) throw new Refusal('not-allowed', 'Only the practice’s own people can make a group.');
		const { accounts, now } = event.locals.app;
		const licence = await accounts.licenceOf(person);
		return { alias: name.split(' ')[0] ?? name, licence, isLicensed: isLicenceValid(licence, now()) };
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), NewGroupForm, async (wish) => {
			const group = await event.locals.app.groups.create(asker, wish);
			redirect(303, `/groups/${group.id}`);
		});
	}
};
