import { expect, test } from 'vitest';
import { instantOf, wallClockOf } from './wall-clock.ts';

const iso = (date: string, time: string, zone: string) =>
	new Date(instantOf({ date, time, zone })).toISOString();

test('18:00 in London is another instant in winter than in summer', () => {
	expect(iso('2026-11-24', '18:00', 'Europe/London')).toBe('2026-11-24T18:00:00.000Z');
	expect(iso('2026-07-14', '18:00', 'Europe/London')).toBe('2026-07-14T17:00:00.000Z');
});

test('an hour that the clocks skip is refused in plain words', () => {
	expect(() => iso('2026-03-29', '01:30', 'Europe/London')).toThrow(
		/clocks go forward and 01:30 does not exist/
	);
	expect(() => iso('2026-03-08', '02:30', 'America/New_York')).toThrow(/does not exist/);
});

test('in the hour that a clock shows twice, the first is meant', () => {
	expect(iso('2026-10-25', '01:30', 'Europe/London')).toBe('2026-10-25T00:30:00.000Z');
});

test('zones off the whole hour are right', () => {
	expect(iso('2026-11-24', '18:00', 'Asia/Kathmandu')).toBe('2026-11-24T12:15:00.000Z');
});

test('a wall clock comes back as it was given', () => {
	const clock = { date: '2026-11-24', time: '18:05', zone: 'America/Sao_Paulo' };
	expect(wallClockOf(instantOf(clock), clock.zone)).toEqual(clock);
});

test('what is no date, time or zone is refused, naming the field', () => {
	const fields = [
		{ date: 'soon', time: '18:00', zone: 'UTC' },
		{ date: '2026-11-24', time: '6 pm', zone: 'UTC' },
		{ date: '2026-11-24', time: '18:00', zone: 'Middle/Earth' }
	].map((clock) => {
		try {
			return instantOf(clock);
		} catch (error) {
			return (error as { field: string }).field;
		}
	});
	expect(fields).toEqual(['date', 'time', 'zone']);
});
