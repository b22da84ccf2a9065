import type { PersonId } from './ids.ts';

/** What is noted of a person's way through a session. */
export type AttendanceMark =
	| 'asked'
	| 'admitted'
	| 'sent-back'
	| 'dropped'
	| 'returned'
	| 'left'
	/** The last facilitator went while members were still in. */
	| 'left-alone'
	| 'removed';

/** How a person's evening went (S21). All times are milliseconds since 1970. */
export interface Attendance {
	person: PersonId;
	/** When they were first let in; null when they asked and never were. */
	arrived: number | null;
	/** When they were last seen to go; null when they stayed to the end. */
	left: number | null;
	/** How often the connection was lost. */
	drops: number;
	/** How often they came back after that, and how long they were away for it in all, in ms. */
	returns: number;
	awayMs: number;
	end: 'stayed' | 'left' | 'left-alone' | 'dropped' | 'removed' | 'not-let-in';
}

/** Sums up the marks of one session, in the order they were made, as one line a person. */
export function summariseAttendance(
	marks: readonly { person: PersonId; what: AttendanceMark; at: number }[]
): Attendance[] {
	const people = new Map<PersonId, Attendance>();
	for (const { person, what, at } of marks) {
		const before = people.get(person) ?? {
			person,
			arrived: null,
			left: null,
			...NEVER_LOST,
			end: 'not-let-in' as const
		};
		people.set(person, after(before, what, at));
	}
	return [...people.values()];
}

const NEVER_LOST = { drops: 0, returns: 0, awayMs: 0 };

/** Back after a connection that was lost; who had left comes anew. */
function backAt({ end, left, returns, awayMs }: Attendance, at: number): Partial<Attendance> {
	if (end !== 'dropped' || left === null) return {};
	return { returns: returns + 1, awayMs: awayMs + at - left };
}

function after(before: Attendance, what: AttendanceMark, at: number): Attendance {
	const wasIn = before.arrived !== null;
	switch (what) {
		case 'admitted':
			return { ...before, arrived: before.arrived ?? at, left: null, end: 'stayed' };
		case 'returned':
			return wasIn ? { ...before, ...backAt(before, at), left: null, end: 'stayed' } : before;
		case 'dropped':
			return wasIn ? { ...before, left: at, drops: before.drops + 1, end: 'dropped' } : before;
		case 'left':
		case 'left-alone':
			return wasIn ? { ...before, left: at, end: what } : before;
		case 'removed':
		case 'sent-back':
			return wasIn ? { ...before, left: at, end: 'removed' } : before;
		case 'asked':
			return before;
	}
}
