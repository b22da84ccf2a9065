import * as v from 'valibot';
import { Refusal } from '#lib/domain/refusal.ts';
import type { SignedIn } from '../../../../server/accounts/sign-ins.ts';
import { act, askerOf, page } from '../../asking.ts';
import { freshAskerOf, freshCallerOf } from '../../fresh.ts';
import { crisisLinesIn, practiceFields } from '../../practice-form.ts';
import type { Actions, PageServerLoad } from './$types';

/** R10: everyone’s crisis lines are changed only by someone who has just proved who they are. */
function requireStaff({ staff }: SignedIn): void {
	if (!staff) throw new Refusal('not-allowed', 'Only the practice’s own people can see this.');
}

export const load: PageServerLoad = (event) =>
	page(async () => {
		requireStaff(askerOf(event));
		freshAskerOf(event);
		const practice = await event.locals.app.accounts.practice();
		if (!practice) throw new Refusal('not-found', 'There is no practice yet.');
		const lines = practice.crisisLines.flatMap(({ name, phone, note, country: answersIn = '' }, index) => [
			[`lineName${index}`, name],
			[`linePhone${index}`, phone],
			[`lineNote${index}`, note],
			[`lineCountry${index}`, answersIn]
		]);
		const said: Record<string, string> = practice.nonCommercial ? { nonCommercial: 'on' } : {};
		const { name, country } = practice;
		return { values: { practice: name, country, ...said, ...Object.fromEntries(lines) } };
	});

export const actions: Actions = {
	default: async (event) =>
		act(await event.request.formData(), v.looseObject(practiceFields), async (form) => {
			// What was typed stays in the form when the proof has grown old meanwhile.
			const asker = freshCallerOf(event);
			requireStaff(asker);
			const { person } = asker;
			const { accounts } = event.locals.app;
			const crisisLines = crisisLinesIn(form);
			const before = await accounts.practice();
			const nonCommercial = form.nonCommercial === 'on';
			const changed = { ...before, name: form.practice, country: form.country, crisisLines, nonCommercial };
			await accounts.practiceSettings.change(changed, person);
			return { done: 'Saved. Everyone sees the new numbers from now on.' };
		})
};
