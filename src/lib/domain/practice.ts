/** Somebody to call when it is too much; configured by the practice, never built in (S01). */
export interface CrisisLine {
	name: string;
	phone: string;
	/** When it answers, or for whom; may be empty. */
	note: string;
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
