import { countryName } from './countries.ts';

/** Somebody to call when it is too much; configured by the practice, never built in (S01). */
export interface CrisisLine {
	name: string;
	phone: string;
	/** When it answers, or for whom; may be empty. */
	note: string;
	/** ISO 3166-1, two letters: where it answers. Absent: in the practice's own country. */
	country?: string;
}

/** The lines that somebody is given, and where they answer. */
export interface LinesForSomeone {
	lines: CrisisLine[];
	/** Said beside them when the practice has none for where the person is; else empty. */
	elsewhere: string;
}

/**
 * S01: the lines of the country where somebody is. Where the practice has none for it they are given those of its own country,
 * and told so. An empty `country` is not known.
 */
export function linesFor(
	country: string,
	practice: Pick<Practice, 'country' | 'crisisLines'>
): LinesForSomeone {
	const of = (one: string) =>
		practice.crisisLines.filter((line) => (line.country ?? practice.country) === one);
	const there = of(country);
	if (there.length > 0) return { lines: there, elsewhere: '' };
	const own = of(practice.country);
	const lines = own.length > 0 ? own : practice.crisisLines;
	if (!country || country === practice.country) return { lines, elsewhere: '' };
	const elsewhere = `The practice has no number for ${countryName(country)}. These answer in another country: ${countryName(practice.country)}. In danger, call the local emergency number.`;
	return { lines, elsewhere };
}

/** The organisation that runs this installation. */
export interface Practice {
	name: string;
	/** ISO 3166-1, two letters: the country its help belongs to. */
	country: string;
	crisisLines: CrisisLine[];
	/** Said by the practice: nothing is earned by its use of measures whose terms ask for that. */
	nonCommercial?: boolean;
}

/** What a therapy group shows of who leads it (S14). */
export interface Licence {
	profession: string;
	number: string;
	/** The authority that gave it. */
	jurisdiction: string;
	/** ISO 3166-1, two letters: where the person may practise (S13). */
	country: string;
	/** YYYY-MM-DD. */
	expires: string;
}

/** Whether a licence is one to lead a therapy group with on the day of `now` (S14). */
export function isLicenceValid(licence: Licence | null, now: number): licence is Licence {
	return licence !== null && licence.expires >= new Date(now).toISOString().slice(0, 10);
}
