import * as v from 'valibot';

/** The fields of WhenFields.svelte. Whether they name an hour that exists is for the schedule to say. */
export const whenFields = {
	date: v.pipe(v.string(), v.isoDate('Please give a date.')),
	time: v.pipe(v.string(), v.isoTime('Please give a time, such as 18:00.')),
	zone: v.pipe(v.string(), v.nonEmpty('Please choose a time zone.')),
	minutes: v.pipe(
		v.string(),
		v.toNumber('Please give a number.'),
		v.integer('Please give whole minutes.'),
		v.minValue(15, 'A session lasts at least 15 minutes.'),
		v.maxValue(240, 'A session lasts at most 240 minutes.')
	)
};
