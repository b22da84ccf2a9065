import * as v from 'valibot';
import type { GroupId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, idIn, page } from '../../../../asking.ts';
import { freshAskerOf } from '../../../../fresh.ts';
import { reachOf } from '../../../media-reach.ts';
import type { Actions, PageServerLoad } from './$types';

const InviteForm = v.object({
	place: v.picklist(['member', 'observer', 'co-facilitator'], 'Please choose a place.')
});
const PersonForm = v.object({ person: v.string() });
const InvitationForm = v.object({ invitation: v.string() });

export const load: PageServerLoad = (event) =>
	page(async () => {
		const { groups, accounts } = event.locals.app;
		const group = await groups.allow(askerOf(event), 'group.invite', idIn('group', event.params.group));
		const [people, invitations] = await Promise.all([
			groups.placements(group.id),
			accounts.invitations.listOf(group.id)
		]);
		const open = invitations.filter((one) => one.state === 'open');
		const aliasOf = new Map(people.map((one) => [one.person, one.alias]));
		return {
			...{ group, people, reach: reachOf(event.locals.app) },
			open: open.map(({ id, place, person, expiresAt }) => ({
				...{ id, place, expiresAt },
				alias: person ? (aliasOf.get(person) ?? null) : null
			}))
		};
	});

export const actions: Actions = {
	invite: async (event) => {
		const { accounts } = event.locals.app;
		return act(await event.request.formData(), InviteForm, async ({ place }) => {
			// R10: another facilitator is let in only by someone who has just proved who they are.
			if (place === 'co-facilitator') freshAskerOf(event);
			const { asker, group } = await inviter(event);
			const { url, expiresAt } = await accounts.invitations.create({ group, place, by: asker.person });
			return { issued: { url, expiresAt, alias: null } };
		});
	},
	link: async (event) => {
		const { accounts, groups } = event.locals.app;
		return act(await event.request.formData(), PersonForm, async (form) => {
			const { asker, group } = await inviter(event);
			const member = await groups.placeOf(group, idIn('person', form.person));
			if (!member) throw new Refusal('not-found', 'This person is not in the group.');
			const { person, place, alias } = member;
			// Staff sign in with their second factor (R13); no link of someone else's leads around it.
			if ((await accounts.people.find(person))?.staff) {
				throw new Refusal(
					'not-allowed',
					`${alias} has an account to sign in with, and needs no link from you.`
				);
			}
			const { url, expiresAt } = await accounts.invitations.create({
				group,
				place,
				person,
				by: asker.person
			});
			return { issued: { url, expiresAt, alias } };
		});
	},
	revoke: async (event) => {
		const { accounts } = event.locals.app;
		return act(await event.request.formData(), InvitationForm, async (form) => {
			const { asker, group } = await inviter(event);
			const invitation = await accounts.invitations.get(idIn('invitation', form.invitation));
			if (invitation?.group !== group) throw new Refusal('not-found', 'There is no such invitation.');
			await accounts.invitations.revoke(invitation.id, asker.person);
			return { said: 'The invitation no longer works.' };
		});
	},
	remove: async (event) => {
		const asker = askerOf(event);
		const { groups } = event.locals.app;
		return act(await event.request.formData(), PersonForm, async (form) => {
			const group = idIn('group', event.params.group);
			await groups.removePerson(asker, group, idIn('person', form.person));
			return { said: 'They are no longer in the group.' };
		});
	}
};

async function inviter(event: Parameters<typeof askerOf>[0] & { params: { group: string } }) {
	const asker = askerOf(event);
	const group: GroupId = idIn('group', event.params.group);
	await event.locals.app.groups.allow(asker, 'group.invite', group);
	return { asker, group };
}
