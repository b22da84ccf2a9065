import * as v from 'valibot';

const WORDS_MOST = 600;

/** The fields of SetHomework.svelte. */
export const HomeworkForm = v.object({
	exercise: v.string(),
	words: v.pipe(v.string(), v.trim(), v.maxLength(WORDS_MOST, `Please use at most ${WORDS_MOST} letters.`)),
	due: v.pipe(v.string(), v.isoDate('Please give a day.')),
	zone: v.string(),
	/** A person, or empty for everyone. */
	for: v.string(),
	reads: v.picklist(['after-done', 'no'])
});
