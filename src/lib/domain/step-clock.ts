import type { RoomAbout } from './room.ts';

type Away = Pick<RoomAbout, 'leaderAwaySince'>;

/** Whether paced guides stand, since no facilitator is there (S06). */
export const isPaused = (about: Away | null): boolean => (about?.leaderAwaySince ?? null) !== null;

/**
 * The time by which what began at `since` goes, in ms on the server's clock: while no facilitator is there it stands (S06).
 * `now` is the server's time.
 */
export function stepNow(about: Away | null, since: number, now: number): number {
	const away = about?.leaderAwaySince ?? null;
	return away === null ? now : Math.max(since, away);
}

/** When what began at `since` counts as begun once a facilitator is back: it goes on where it stopped (S06). */
export function sinceAfterPause(about: Away, since: number, now: number): number {
	return since + (now - stepNow(about, since, now));
}
