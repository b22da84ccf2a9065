/** Names and times of IANA time zones, in words. */

const LOCALE = 'en-GB';

/** 'Buenos Aires' of America/Argentina/Buenos_Aires. */
export function cityOf(zone: string): string {
	return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** 'Tue 24 Nov' there. The year is said when it is not this one. */
export function dayIn(zone: string, at: number, now: number): string {
	const year = (when: number) =>
		new Intl.DateTimeFormat(LOCALE, { timeZone: zone, year: 'numeric' }).format(when);
	const sameYear = year(at) === year(now);
	return new Intl.DateTimeFormat(LOCALE, {
		...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
		...(!sameYear && { year: 'numeric' })
	})
		.format(at)
		.replace(',', '');
}

/** '18:00' there. */
export function timeIn(zone: string, at: number): string {
	return new Intl.DateTimeFormat(LOCALE, {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit',
		hour12: false
	}).format(at);
}

/** Every zone the platform knows, UTC and those of `also` included. */
export function allZones(...also: string[]): string[] {
	return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...also])].sort();
}

/** '24 Nov' there: short enough to stand under a chart. */
export function shortDayIn(zone: string, at: number): string {
	return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, day: 'numeric', month: 'short' }).format(at);
}

/** '24 November 2028' there. */
export function longDayIn(zone: string, at: number): string {
	return new Intl.DateTimeFormat(LOCALE, { timeZone: zone, dateStyle: 'long' }).format(at);
}
