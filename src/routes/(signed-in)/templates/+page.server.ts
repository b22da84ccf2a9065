import { plannedMinutes } from '#lib/domain/plan.ts';
import { askerOf } from '../../asking.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const asker = askerOf(event);
	const { templates, accounts } = event.locals.app;
	const all = (await templates.list(asker)).map(async ({ id, title, plan, shared, groupKind, owner }) => ({
		...{ id, title, shared, groupKind, isMine: owner === asker.person },
		by: await accounts.nameOf(owner),
		minutes: plannedMinutes(plan),
		steps: plan.steps.map((step) => ({ id: step.id, title: step.title, minutes: step.minutes }))
	}));
	return { templates: await Promise.all(all) };
};
