import { Temporal } from 'temporal-polyfill';
import { Refusal } from '../../src/lib/domain/refusal.ts';

/** A date and a time as they stand on a calendar and a clock in `zone`, an IANA time zone. */
export interface WallClock {
	/** Such as 2026-11-24. */
	date: string;
	/** Such as 18:00. */
	time: string;
	zone: string;
}

/** The end of a day in `zone`, for what is to be done until it: 23:00, in ms since 1970. Throws Refusal. */
export function endOfDay(date: string, zone: string): number {
	return instantOf({ date, time: '23:00', zone });
}

/**
 * The instant of a wall clock, in ms since 1970. In the hour that a clock shows twice, it is the first.
 * Throws Refusal for an hour that the clocks skip, and for what is no date, time or zone.
 */
export function instantOf({ date, time, zone }: WallClock): number {
	const wall = parse(
		() => Temporal.PlainDate.from(date),
		'date',
		'Please give a date, such as 2026-11-24.'
	).toPlainDateTime(parse(() => Temporal.PlainTime.from(time), 'time', 'Please give a time, such as 18:00.'));
	const there = parse(
		() => wall.toZonedDateTime(zone, { disambiguation: 'earlier' }),
		'zone',
		'Please choose a time zone.'
	);
	if (!there.toPlainDateTime().equals(wall)) {
		const message = `On that day the clocks go forward and ${time} does not exist. Please choose another time.`;
		throw new Refusal('invalid', message, 'time');
	}
	return there.epochMilliseconds;
}

export function wallClockOf(instant: number, zone: string): WallClock {
	const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
	const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
	return { date: there.toPlainDate().toString(), time, zone };
}

function parse<Value>(read: () => Value, field: string, message: string): Value {
	try {
		return read();
	} catch (error) {
		if (error instanceof RangeError || error instanceof TypeError)
			throw new Refusal('invalid', message, field);
		throw error;
	}
}
