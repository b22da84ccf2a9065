/** For how long a person's call was less than faces and voice, in ms: no word of what was said. */
export interface CallTimes {
	/** In voices alone. */
	voiceMs: number;
	/** In writing alone. */
	textMs: number;
	/** How much of the two was for the link's sake, and not by the person's own wish. */
	weakMs: number;
}

export const NO_CALL_TIMES: CallTimes = { voiceMs: 0, textMs: 0, weakMs: 0 };

/**
 * The times with a report added. Browsers report of themselves, so it is coarse; nobody's report covers more than the
 * time since their last one.
 */
export function withReport(before: CallTimes, report: CallTimes, sinceMs: number): CallTimes {
	const told = report.voiceMs + report.textMs;
	if (told <= 0) return before;
	const part = Math.max(0, Math.min(1, sinceMs / told));
	const taken = (ms: number) => Math.round(ms * part);
	return {
		voiceMs: before.voiceMs + taken(report.voiceMs),
		textMs: before.textMs + taken(report.textMs),
		weakMs: before.weakMs + Math.min(taken(report.weakMs), taken(told))
	};
}

const MINUTE_MS = 60_000;

/** '12 min', 'under a minute', '–'. */
export function minutesInWords(ms: number): string {
	if (ms <= 0) return '–';
	return ms < MINUTE_MS ? 'under a minute' : `${Math.round(ms / MINUTE_MS)} min`;
}
