import * as v from 'valibot';
import { HOMEWORK_WORDS_MOST } from '#lib/domain/homework.ts';

/** The fields of SetHomework.svelte. */
export const HomeworkForm = v.object({
	exercise: v.string(),
	words: v.pipe(
		v.string(),
		v.trim(),
		v.maxLength(HOMEWORK_WORDS_MOST, `Please use at most ${HOMEWORK_WORDS_MOST} letters.`)
	),
	due: v.pipe(v.string(), v.isoDate('Please give a day.')),
	zone: v.string(),
	/** A person, or empty for everyone. */
	for: v.string(),
	reads: v.picklist(['after-done', 'no'])
});
