import * as v from 'valibot';
import { plannedMinutes, type Step } from '#lib/domain/plan.ts';
import type { OwnPart } from '#lib/domain/programmes/own-programme.ts';
import { act, askerOf, idIn, page } from '../../../asking.ts';
import { AddForm, ArrangeForm, PartForm, ProgrammeForm } from '../programme-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const asker = askerOf(event);
		const { ownProgrammes, now } = event.locals.app;
		const programme = await ownProgrammes.allow(asker, idIn('programme', event.params.programme));
		const { id, title, summary, minutes, shared, parts, removed } = programme;
		return {
			...{ id, title, summary, minutes, shared, now: now() },
			parts: parts.map(shownPart),
			removed: removed?.part.title ?? null,
			offers: await ownProgrammes.sources.offers(asker)
		};
	});

function shownPart({ key, title, aim, steps }: OwnPart) {
	const minutes = plannedMinutes({ steps: steps as Step[], keepChat: false });
	return { key, title, aim, minutes, steps: steps.map((step) => step.title) };
}

export const actions: Actions = {
	save: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), ProgrammeForm, async ({ shared, ...words }) => {
			const { ownProgrammes } = event.locals.app;
			await ownProgrammes.change(asker, idIn('programme', event.params.programme), {
				...words,
				shared: shared === 'on'
			});
			return { said: 'Saved.' };
		});
	},
	add: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), AddForm, async ({ from }) => {
			const { ownProgrammes } = event.locals.app;
			const { parts } = await ownProgrammes.add(asker, idIn('programme', event.params.programme), from);
			return { said: `“${parts.at(-1)?.title}” is session ${parts.length} now.` };
		});
	},
	name: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), PartForm, async ({ key, partTitle: title, aim }) => {
			const { ownProgrammes } = event.locals.app;
			await ownProgrammes.name(asker, idIn('programme', event.params.programme), { key, title, aim });
			return { said: 'Saved.' };
		});
	},
	arrange: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), ArrangeForm, async ({ arrange: { what, key } }) => {
			const { ownProgrammes } = event.locals.app;
			const id = idIn('programme', event.params.programme);
			if (what === 'remove') {
				const { removed } = await ownProgrammes.take(asker, id, key);
				return { said: `“${removed?.part.title}” was taken out.` };
			}
			const moved = await ownProgrammes.move(asker, id, key, what === 'up' ? -1 : 1);
			if (!moved) return { said: `It cannot move further ${what}.` };
			const place = moved.parts.findIndex((part) => part.key === key) + 1;
			return { said: `“${moved.parts[place - 1]?.title}” is now session ${place} of ${moved.parts.length}.` };
		});
	},
	putBack: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({}), async () => {
			await event.locals.app.ownProgrammes.putBack(asker, idIn('programme', event.params.programme));
			return { said: 'It is back where it was.' };
		});
	}
};
