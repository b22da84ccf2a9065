const MINUTE_MS = 60_000;

/** How long someone has spoken, coarsely: it is heard by their own browser, and is no measure of anything. */
export function spokenWords(ms: number): string {
	if (ms === 0) return 'has not spoken yet';
	if (ms < MINUTE_MS) return 'spoke under a minute';
	return `spoke about ${Math.round(ms / MINUTE_MS)} min`;
}
