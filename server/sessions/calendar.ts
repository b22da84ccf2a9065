import ical, {
	ICalAlarmType,
	ICalCalendarMethod,
	ICalEventStatus,
	ICalEventTransparency
} from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import { LOBBY_OPENS_MINUTES, type Session } from '../../src/lib/domain/session.ts';

/** Seconds: when the lobby of a session opens; at six in the evening before the day of homework. */
const REMINDS_BEFORE = { session: LOBBY_OPENS_MINUTES * 60, day: 6 * 3600 };

type Event = Pick<Session, 'id' | 'startsAt' | 'minutes' | 'zone' | 'state' | 'sequence'>;

/**
 * A session as an iCalendar file (RFC 5545): 'Hearth' and the time, and no more than that unless whoever takes it chose
 * to have the group's name in it, in `groupName` (S08). The clock of its own zone
 * stands in it, so that it is right across daylight saving, and it reminds with the same one word. UID stays, SEQUENCE rises; a cancelled one takes itself away.
 * `now` is in ms since 1970.
 */
export function calendarOf(session: Event, now: number, groupName: string | null = null): string {
	const isCancelled = session.state === 'cancelled';
	const zone = zoneBlock(session.zone) ? session.zone : 'UTC';
	const start = Temporal.Instant.fromEpochMilliseconds(session.startsAt).toZonedDateTimeISO(zone);
	const calendar = ical({
		prodId: { company: 'Hearth', product: 'Hearth', language: 'EN' },
		method: isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
		timezone: { name: null, generator: zoneBlock }
	});
	const event = calendar.createEvent({
		id: `${session.id}@hearth`,
		summary: nameOf(groupName),
		start,
		end: start.add({ minutes: session.minutes }),
		timezone: zone === 'UTC' ? null : zone,
		stamp: new Date(now),
		sequence: session.sequence,
		status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED
	});
	if (!isCancelled) event.createAlarm(reminder(REMINDS_BEFORE.session));
	return calendar.toString();
}

/**
 * The day until which something is to be done, as an iCalendar file of a whole day: 'Hearth' and nothing of what it is,
 * with the group's name where whoever takes it chose that (S08). `dueAt` and `now` are in ms since 1970; the day is the one in `zone`.
 */
export function dayOf(
	{ id, dueAt, zone }: { id: string; dueAt: number; zone: string },
	now: number,
	groupName: string | null = null
): string {
	const calendar = ical({
		prodId: { company: 'Hearth', product: 'Hearth', language: 'EN' },
		method: ICalCalendarMethod.PUBLISH
	});
	const day = Temporal.Instant.fromEpochMilliseconds(dueAt).toZonedDateTimeISO(zone).toPlainDate();
	const event = calendar.createEvent({
		...{ id: `${id}@hearth`, summary: nameOf(groupName), start: day, end: day.add({ days: 1 }) },
		...{ allDay: true, stamp: new Date(now), status: ICalEventStatus.CONFIRMED },
		transparency: ICalEventTransparency.TRANSPARENT
	});
	event.createAlarm(reminder(REMINDS_BEFORE.day));
	return calendar.toString();
}

const nameOf = (group: string | null) => (group === null ? 'Hearth' : `Hearth: ${group}`);

/** Says 'Hearth', whatever the entry is called: it may light up a screen that others see (S08). */
function reminder(triggerBefore: number) {
	return { type: ICalAlarmType.display, triggerBefore, description: 'Hearth' };
}

/** The VTIMEZONE of a zone, or null when there is none under this very name: its times are then written in UTC. */
function zoneBlock(zone: string): string | null {
	const [block] = [tzlib_get_ical_block(zone)].flat();
	return block?.includes(`TZID:${zone}\r\n`) ? block : null;
}
