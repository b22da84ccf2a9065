import * as v from 'valibot';
import { whenFields } from '../sessions/when-form.ts';

const words = (most: number, tooLong: string) => v.pipe(v.string(), v.trim(), v.maxLength(most, tooLong));

/** The fields of ProgrammeFields.svelte. */
export const ProgrammeForm = v.object({
	title: v.pipe(words(80, 'Please use a shorter name.'), v.nonEmpty('Please give the programme a name.')),
	summary: words(300, 'Please say it more briefly.'),
	minutes: whenFields.minutes,
	shared: v.optional(v.literal('on'))
});

export const AddForm = v.object({ from: v.pipe(v.string(), v.nonEmpty('Please choose a plan.')) });

const key = v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'There is no such session.'), v.toNumber());

/** The words of one session, from PartLine.svelte. */
export const PartForm = v.object({
	key,
	partTitle: v.pipe(
		words(120, 'Please use a shorter title.'),
		v.nonEmpty('Please give the session a title.')
	),
	aim: words(300, 'Please say it more briefly.')
});

/** A button of PartMoves.svelte: `up:3`, `down:3`, `remove:3`. */
export const ArrangeForm = v.object({
	arrange: v.pipe(
		v.string(),
		v.regex(/^(up|down|remove):\d{1,9}$/, 'There is no such session.'),
		v.transform((press) => {
			const [what = '', of = ''] = press.split(':');
			return { what, key: Number(of) };
		})
	)
});
