import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { THEMES } from '#lib/domain/exercises/library.ts';
import { MEASURES } from '#lib/domain/measures/measures.ts';
import { isRefusal, REFUSAL_STATUS } from '#lib/domain/refusal.ts';
import { act, askerOf, page } from '../../asking.ts';
import type { Actions, PageServerLoad } from './$types';

const line = ({ id, title, summary }: { id: string; title: string; summary: string }) => ({
	...{ id, title, summary }
});

export const load: PageServerLoad = (event) =>
	page(async () => {
		const all = await event.locals.app.library.all(askerOf(event));
		return {
			own: all.map(({ id, exercise, retiredAt }) => ({
				...line({ ...exercise, id }),
				isRetired: retiredAt !== null
			})),
			themes: THEMES.map(({ title, exercises }) => ({ title, exercises: exercises.map(line) })),
			measures: MEASURES.map(line)
		};
	});

const title = v.pipe(
	v.string(),
	v.trim(),
	v.nonEmpty('Please give it a title.'),
	v.maxLength(120, 'Please use a shorter title.')
);

export const actions: Actions = {
	make: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({ title }), async (form) => {
			redirect(303, `/exercises/${await event.locals.app.library.make(asker, form.title)}`);
		});
	},
	copy: async (event) => {
		const asker = askerOf(event);
		return act(await event.request.formData(), v.object({ from: v.string() }), async ({ from }) => {
			redirect(303, `/exercises/${await event.locals.app.library.copy(asker, from)}`);
		});
	},
	import: async (event) => {
		const asker = askerOf(event);
		const file = (await event.request.formData()).get('file');
		if (!(file instanceof File) || file.size === 0) return unaccepted(400, 'Please choose a file first.');
		try {
			const { id, remarks } = await event.locals.app.library.import(asker, await file.text());
			return { imported: { id, remarks, name: file.name } };
		} catch (thrown) {
			if (!isRefusal(thrown)) throw thrown;
			return unaccepted(REFUSAL_STATUS[thrown.reason], thrown.message);
		}
	}
};

function unaccepted(status: number, message: string) {
	return fail(status, { message: 'The file was not taken in.', errors: { file: message }, values: {} });
}
