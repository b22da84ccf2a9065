import * as v from 'valibot';
import { DECLINE_DRAFT } from '#lib/domain/join-request.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { line } from '../../../../practice-form.ts';
import type { Actions, PageServerLoad } from './$types';

const OpeningForm = v.object({
	words: line(400, 'Please say in a line or two whom the group is for.')
});
const RequestForm = v.object({ request: v.string() });
const DeclineForm = v.object({
	...RequestForm.entries,
	message: line(1000, 'Please write a kind word.'),
	alternatives: line(1000, 'Please say where else they can turn.')
});

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { groups, openings, joinRequests } = event.locals.app;
		const asker = askerOf(event);
		const group = await groups.allow(asker, 'request.answer', idIn('group', event.params.group));
		const [waiting, open, people] = await Promise.all([
			joinRequests.waiting(asker, group.id),
			openings.opening(group.id),
			groups.placements(group.id)
		]);
		return { group, waiting, open, draft: DECLINE_DRAFT, isFull: people.length >= group.capacity };
	});

export const actions: Actions = {
	open: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), OpeningForm, async (opening) => {
			await event.locals.app.openings.setOpening(asker, idIn('group', event.params.group), opening);
			return { said: 'The group stands on the front page, and people can ask to join.' };
		});
	},
	close: async (event) => {
		const asker = askerOf(event);
		return act(new FormData(), v.object({}), async () => {
			await event.locals.app.openings.setOpening(asker, idIn('group', event.params.group), null);
			return { said: 'The group is no longer shown. Requests that wait can still be answered.' };
		});
	},
	invite: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), RequestForm, async (form) => {
			const group = idIn('group', event.params.group);
			await event.locals.app.joinRequests.invite(asker, group, idIn('request', form.request));
			return { said: 'They find the invitation under their own link, for seven days.' };
		});
	},
	decline: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), DeclineForm, async ({ request, ...decline }) => {
			const group = idIn('group', event.params.group);
			await event.locals.app.joinRequests.decline(asker, group, idIn('request', request), decline);
			return { said: 'They find your words under their own link.' };
		});
	}
};
