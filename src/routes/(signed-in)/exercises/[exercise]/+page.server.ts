import { fail } from '@sveltejs/kit';
import * as v from 'valibot';
import { isAlwaysTherapyOnly } from '#lib/domain/own-exercise.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import { act, askerOf, idIn, page } from '../../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	page(async () => {
		const id = idIn('exercise', event.params.exercise);
		const own = await event.locals.app.library.get(askerOf(event), id);
		const { source, ...exercise } = own.exercise;
		return {
			...{ id, exercise, isFromFile: source !== undefined, isRetired: own.retiredAt !== null },
			isAlwaysTherapyOnly: isAlwaysTherapyOnly(exercise)
		};
	});

const draft = v.object({
	version: v.pipe(v.string(), v.transform(Number), v.integer()),
	exercise: v.string()
});

export const actions: Actions = {
	save: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), draft, async ({ version, exercise }) => {
			const id = idIn('exercise', event.params.exercise);
			const saved = await event.locals.app.library.save(asker, id, { version, exercise: parsed(exercise) });
			if ('version' in saved) return { said: 'Saved.' };
			return fail(400, { message: 'Please look at what is marked below.', errors: saved.errors, values: {} });
		});
	},
	retire: async (event) => {
		const asker = askerOf(event);
		await page(() => event.locals.app.library.retire(asker, idIn('exercise', event.params.exercise)));
		return { said: 'Retired. Plans that have it keep it.' };
	},
	bringBack: async (event) => {
		const asker = askerOf(event);
		await page(() => event.locals.app.library.bringBack(asker, idIn('exercise', event.params.exercise)));
		return { said: 'It can be chosen again.' };
	}
};

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		// The builder writes it; only another program can have sent this.
		throw new Refusal('invalid', 'What was sent could not be read. Please try again.');
	}
}
