const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How long a sign-in lasts without use (R03), and in any case (R04). */
const STAFF = { idleMs: 30 * MINUTE_MS, absoluteMs: 12 * HOUR_MS };
const MEMBER = { idleMs: 60 * MINUTE_MS, absoluteMs: 24 * HOUR_MS };

/** Uses closer together than this are counted once: not every request writes. */
export const TOUCH_EVERY_MS = MINUTE_MS;

/** How long staff may do without a second factor (R13). */
export const SECOND_FACTOR_GRACE_MS = 7 * 24 * HOUR_MS;

export const DEVICE_MS = 90 * 24 * HOUR_MS;
export const RESET_LINK_MS = 15 * MINUTE_MS;
export const INVITATION_MS = 7 * 24 * HOUR_MS;

export function absoluteEnd(staff: boolean, from: number): number {
	return from + (staff ? STAFF : MEMBER).absoluteMs;
}

/** The idle end after a use at `now`; it never passes the absolute end. */
export function idleEnd(staff: boolean, now: number, endsAt: number): number {
	return Math.min(now + (staff ? STAFF : MEMBER).idleMs, endsAt);
}
