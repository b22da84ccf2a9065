import * as v from 'valibot';
import { type Id, parseId } from '../../../src/lib/domain/ids.ts';

/** The parts that commands' inputs are made of. */

export const nothing = v.pipe(
	v.object({}),
	v.transform((): Record<string, never> => ({}))
);

export function id<Kind extends string>() {
	return v.pipe(
		v.string(),
		v.check((text) => parseId(text) !== null, 'This is not an id.'),
		v.transform((text) => text as Id<Kind>)
	);
}

/** Words of a person, trimmed; at most `most` characters. */
export function words(most: number) {
	return v.pipe(v.string(), v.trim(), v.maxLength(most, `Please use at most ${most} characters.`));
}

export function someWords(most: number) {
	return v.pipe(words(most), v.minLength(1, 'There is nothing written yet.'));
}

export const number = (most: number) => v.pipe(v.number(), v.minValue(0), v.maxValue(most));

/** A rating from 0 to 10, or null when it was left out. */
export const rating = v.nullable(number(10));

/** A field's name in an exercise. */
export const field = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,60}$/));
