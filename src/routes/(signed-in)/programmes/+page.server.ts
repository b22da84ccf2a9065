import { redirect } from '@sveltejs/kit';
import { act, askerOf } from '../../asking.ts';
import { ProgrammeForm } from './programme-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asker = askerOf(event);
	const { ownProgrammes, accounts } = event.locals.app;
	const all = (await ownProgrammes.list(asker)).map(
		async ({ id, title, summary, minutes, shared, owner, parts }) => ({
			...{ id, title, summary, minutes, shared, isMine: owner === asker.person },
			by: await accounts.nameOf(owner),
			parts: parts.map(({ key, title, aim }) => ({ key, title, aim }))
		})
	);
	return { programmes: await Promise.all(all) };
};

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), ProgrammeForm, async ({ shared, ...words }) => {
			const { ownProgrammes } = event.locals.app;
			const id = await ownProgrammes.make(asker, { ...words, shared: shared === 'on' });
			redirect(303, `/programmes/${id}`);
		});
	}
};
