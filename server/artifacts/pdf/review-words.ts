import { minutesInWords } from '../../../src/lib/domain/call-times.ts';
import {
	endInWords,
	type NamedAttendance,
	type NamedLink,
	type Review
} from '../../../src/lib/domain/review.ts';

/** Who signed off, and until when it is kept (S21). */
export function keptLine(
	{ by, at, keptUntil }: NonNullable<Review['signedOff']>,
	day: Intl.DateTimeFormat
): string {
	return `Signed off by ${by} on ${day.format(at)}. What is here is kept until ${day.format(keptUntil)}, then it is deleted.`;
}

export function attendanceRows(people: readonly NamedAttendance[], zone: string): string[][] {
	const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: zone });
	return people.map((person) => [
		person.name,
		person.arrived === null ? '–' : time.format(person.arrived),
		endInWords(person, (at) => time.format(at)),
		person.drops === 0 ? '–' : `${person.drops}`
	]);
}

export const LINK_COLUMNS = ['Name', 'Lost', 'Came back', 'Away', 'Voice only', 'Text only', 'Weak link'];

export function linkRows(people: readonly NamedLink[]): string[][] {
	return people.map((person) => [
		person.name,
		...[person.drops, person.returns].map((count) => (count === 0 ? '–' : `${count}`)),
		...[person.awayMs, person.voiceMs, person.textMs, person.weakMs].map(minutesInWords)
	]);
}
