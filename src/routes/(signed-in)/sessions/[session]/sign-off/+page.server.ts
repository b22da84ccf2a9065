import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { parseId, type StepId } from '#lib/domain/ids.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { signOff, reviews } = event.locals.app;
		const id = idIn('session', event.params.session);
		const { session, ...preview } = await signOff.preview(asker, id);
		if (session.state === 'signed-off') redirect(303, `/sessions/${id}/review`);
		if (session.state !== 'ended') redirect(303, `/sessions/${id}`);
		const { attendance, session: summary } = await reviews.ofSession(asker, id);
		return { session: summary, attendance: attendance ?? [], ...preview };
	});

export const actions: Actions = {
	default: async (event) => {
		const asker = askerOf(event);
		const form = await event.request.formData();
		const steps = form.getAll('step').flatMap((step) => parseId<'step'>(step) ?? []);
		return act(form, v.object({ chat: v.optional(v.string()) }), async ({ chat }) => {
			const id = idIn('session', event.params.session);
			const choice = { steps: new Set<StepId>(steps), chat: chat !== undefined };
			await event.locals.app.signOff.signOff(asker, id, choice);
			redirect(303, `/sessions/${id}/review`);
		});
	}
};
