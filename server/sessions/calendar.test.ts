import { expect, test } from 'vitest';
import { newId } from '../../src/lib/domain/ids.ts';
import { calendarOf, dayOf } from './calendar.ts';
import { instantOf } from './wall-clock.ts';

const now = Date.parse('2026-07-01T10:00:00Z');
const session = (date: string, zone = 'Europe/London') => ({
	...{ id: newId<'session'>(), minutes: 75, zone, state: 'planned' as const, sequence: 0 },
	startsAt: instantOf({ date, time: '18:00', zone })
});
const lines = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');

test('S08 a calendar entry says only Hearth and the time', () => {
	const event = lines(calendarOf(session('2026-11-24'), now));
	expect(event.slice(event.indexOf('BEGIN:VEVENT'))).toEqual([
		'BEGIN:VEVENT',
		expect.stringMatching(/^UID:[\w-]{22}@hearth$/),
		'SEQUENCE:0',
		'DTSTAMP:20260701T100000Z',
		'DTSTART;TZID=Europe/London:20261124T180000',
		'DTEND;TZID=Europe/London:20261124T191500',
		'SUMMARY:Hearth',
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		'TRIGGER:-PT15M',
		'DESCRIPTION:Hearth',
		'END:VALARM',
		'STATUS:CONFIRMED',
		'END:VEVENT',
		'END:VCALENDAR'
	]);
});

test('S08 it names the group only when whoever takes it chose that', () => {
	const event = lines(calendarOf(session('2026-11-24'), now, 'Tuesday group'));
	expect(event).toContain('SUMMARY:Hearth: Tuesday group');
});

test('six in the evening stays six in the evening on both sides of a change of the clocks', () => {
	for (const date of ['2026-10-24', '2026-10-26', '2027-03-27', '2027-03-29']) {
		const day = date.replaceAll('-', '');
		expect(calendarOf(session(date), now)).toContain(`DTSTART;TZID=Europe/London:${day}T180000\r\n`);
	}
});

test('the file brings the rules of its zone along', () => {
	const calendar = calendarOf(session('2026-11-24', 'America/New_York'), now);
	expect(calendar).toContain('BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n');
	expect(calendar).toContain('RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU');
});

test('a session that crosses a change of the clocks lasts as long as planned', () => {
	const late = { ...session('2026-10-25'), startsAt: Date.parse('2026-10-25T00:30:00Z'), minutes: 90 };
	const calendar = calendarOf(late, now);
	expect(calendar).toContain('DTSTART;TZID=Europe/London:20261025T013000');
	expect(calendar).toContain('DTEND;TZID=Europe/London:20261025T020000');
});

test('a zone without rules of its own is written in UTC', () => {
	expect(calendarOf(session('2026-11-24', 'UTC'), now)).toContain('DTSTART:20261124T180000Z');
});

test('a session that moved is the same event with a higher number; a cancelled one takes itself away', () => {
	const before = session('2026-11-24');
	const moved = { ...before, sequence: 1 };
	const uid = (calendar: string) => lines(calendar).find((line) => line.startsWith('UID'));
	expect(uid(calendarOf(moved, now))).toBe(uid(calendarOf(before, now)));
	expect(calendarOf(moved, now)).toContain('SEQUENCE:1');
	const cancelled = calendarOf({ ...moved, state: 'cancelled', sequence: 2 }, now);
	expect(cancelled).toContain('METHOD:CANCEL');
	expect(cancelled).toContain('STATUS:CANCELLED');
	expect(cancelled).toContain('SEQUENCE:2');
	expect(cancelled).not.toContain('VALARM');
});

test('S08 the day of homework is a whole day on the group’s clocks, called Hearth, and says nothing of what it is', () => {
	const id = newId<'step'>();
	// 23:00 in New York is the next day in UTC.
	const dueAt = instantOf({ date: '2026-11-24', time: '23:00', zone: 'America/New_York' });
	const event = lines(dayOf({ id, dueAt, zone: 'America/New_York' }, now));
	expect(event).toContain('DTSTART;VALUE=DATE:20261124');
	expect(event).toContain('DTEND;VALUE=DATE:20261125');
	expect(event.filter((line) => /^(SUMMARY|DESCRIPTION|LOCATION|URL|UID)/.test(line))).toEqual([
		`UID:${id}@hearth`,
		'SUMMARY:Hearth',
		'DESCRIPTION:Hearth'
	]);
	// Six in the evening before.
	expect(event).toContain('TRIGGER:-PT6H');
});

test('S08 the day of homework names the group only when whoever takes it chose that, and the reminder never does', () => {
	const day = { id: newId<'step'>(), dueAt: now, zone: 'Europe/London' };
	const event = lines(dayOf(day, now, 'Tuesday group'));
	expect(event.filter((line) => /^(SUMMARY|DESCRIPTION)/.test(line))).toEqual([
		...['SUMMARY:Hearth: Tuesday group', 'DESCRIPTION:Hearth']
	]);
});
