import * as v from 'valibot';
import { AFTERCARE_MOST, GROUP_CAPACITY, GROUP_KINDS } from '#lib/domain/group.ts';

const { least, most } = GROUP_CAPACITY;
const AGREEMENTS_MOST = 20;
const AGREEMENT_LENGTH = 200;

const line = (length: number, missing: string) =>
	v.pipe(
		v.string(),
		v.trim(),
		v.nonEmpty(missing),
		v.maxLength(length, `Please use at most ${length} letters.`)
	);

/** One agreement a line; empty lines fall away. */
const agreements = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) =>
		text
			.split('\n')
			.map((one) => one.trim())
			.filter(Boolean)
	),
	v.maxLength(AGREEMENTS_MOST, `Please write at most ${AGREEMENTS_MOST} agreements.`),
	v.array(
		v.pipe(
			v.string(),
			v.maxLength(AGREEMENT_LENGTH, `Please keep each agreement under ${AGREEMENT_LENGTH} letters.`)
		)
	)
);

const about = {
	name: line(80, 'Please give the group a name.'),
	focus: v.pipe(v.optional(v.string(), ''), v.trim(), v.maxLength(300, 'Please use at most 300 letters.')),
	capacity: v.pipe(
		v.string(),
		v.toNumber('Please give a number.'),
		v.integer('Please give a whole number.'),
		v.minValue(least, `A group has at least ${least} people.`),
		v.maxValue(most, `A group has at most ${most} people, so that everyone is heard.`)
	)
};

export const NewGroupForm = v.object({
	...about,
	agreements,
	kind: v.picklist(GROUP_KINDS, 'Please choose what kind of group it is.'),
	alias: line(40, 'Please say what the group calls you.')
});

const afterwards = v.pipe(
	v.optional(v.string(), ''),
	v.trim(),
	v.maxLength(AFTERCARE_MOST, `Please use at most ${AFTERCARE_MOST} letters.`)
);

export const EditGroupForm = v.pipe(
	v.object({ ...about, agreements, afterWords: afterwards, afterReach: afterwards }),
	v.transform(({ afterWords: words, afterReach: reach, ...change }) => ({
		...change,
		aftercare: { words, reach }
	}))
);
