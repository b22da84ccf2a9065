/** How long captured work is kept after sign-off, unless the practice says otherwise (S21, R50). */
export const KEPT_MONTHS = 24;

/** How long the room's own papers and the address on the contact card outlive the sign-off (S13). */
export const WIPED_AFTER_MS = 24 * 60 * 60 * 1000;

/** Until when what was signed off at `signedOffAt` is kept, in ms since 1970. */
export function keptUntil(signedOffAt: number, months = KEPT_MONTHS): number {
	const date = new Date(signedOffAt);
	const day = date.getUTCDate();
	date.setUTCDate(1);
	date.setUTCMonth(date.getUTCMonth() + months);
	const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
	date.setUTCDate(Math.min(day, last));
	return date.getTime();
}

/** What was signed off before this moment is kept no longer. */
export function keptSince(now: number, months = KEPT_MONTHS): number {
	return keptUntil(now, -months);
}
