import { expect, test } from 'vitest';
import { summariseAttendance, type AttendanceMark } from './attendance.ts';
import type { PersonId } from './ids.ts';

const ana = 'ana' as PersonId;
const ben = 'ben' as PersonId;

const NEVER_LOST = { drops: 0, returns: 0, awayMs: 0 };

const evening = (person: PersonId, ...marks: [AttendanceMark, number][]) =>
	marks.map(([what, at]) => ({ person, what, at }));

test('S21 a member who was let in and stayed has an arrival and no leaving', () => {
	expect(summariseAttendance(evening(ana, ['asked', 1], ['admitted', 2]))).toEqual([
		{ person: ana, arrived: 2, left: null, ...NEVER_LOST, end: 'stayed' }
	]);
});

test('S21 a lost connection is counted and forgotten as an end once the member is back', () => {
	const marks = evening(ana, ['admitted', 2], ['dropped', 5], ['returned', 6], ['dropped', 8]);
	expect(summariseAttendance(marks.slice(0, 3))[0]).toMatchObject({ left: null, drops: 1, end: 'stayed' });
	expect(summariseAttendance(marks)[0]).toMatchObject({ arrived: 2, left: 8, drops: 2, end: 'dropped' });
	expect(summariseAttendance(marks)[0]).toMatchObject({ returns: 1, awayMs: 1 });
});

test('S21 one who left, one who was asked to leave and one who was never let in are told apart', () => {
	const marks = [
		...evening(ana, ['asked', 1], ['admitted', 2], ['left', 9]),
		...evening(ben, ['asked', 1], ['admitted', 3], ['removed', 4]),
		...evening('chris' as PersonId, ['asked', 1], ['sent-back', 2])
	];
	expect(summariseAttendance(marks).map(({ end, arrived }) => ({ end, arrived }))).toEqual([
		{ end: 'left', arrived: 2 },
		{ end: 'removed', arrived: 3 },
		{ end: 'not-let-in', arrived: null }
	]);
});

test('S21 letting someone in again after they left keeps the first arrival', () => {
	const marks = evening(ana, ['admitted', 2], ['left', 4], ['asked', 5], ['admitted', 6]);
	expect(summariseAttendance(marks)).toEqual([
		{ person: ana, arrived: 2, left: null, ...NEVER_LOST, end: 'stayed' }
	]);
});

test('who left and came in again was not away for a lost connection', () => {
	const marks = evening(ana, ['admitted', 2], ['left', 4], ['returned', 6], ['dropped', 7], ['returned', 9]);
	expect(summariseAttendance(marks)[0]).toMatchObject({ drops: 1, returns: 1, awayMs: 2 });
});

test('S21 a facilitator who went while members were still in has not simply left', () => {
	const marks = evening(ana, ['admitted', 2], ['left-alone', 9]);
	expect(summariseAttendance(marks)[0]).toMatchObject({ left: 9, end: 'left-alone' });
});
