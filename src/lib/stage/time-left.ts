import type { Timer } from '#lib/domain/room.ts';

const MINUTE_MS = 60_000;

export interface TimeLeft {
	/** What is left, in ms; never below 0. */
	leftMs: number;
	isOver: boolean;
	isPaused: boolean;
	/** 'm:ss left', or soft words when the time is up: nothing ends by itself. */
	words: string;
}

export function timeLeft(timer: Timer, now: number): TimeLeft {
	const isPaused = timer.endsAt === null;
	const leftMs = Math.max(0, timer.endsAt === null ? timer.leftMs : timer.endsAt - now);
	const isOver = leftMs === 0;
	return { leftMs, isOver, isPaused, words: wordsOf(leftMs, isPaused) };
}

function wordsOf(leftMs: number, isPaused: boolean): string {
	if (leftMs === 0) return 'Time to come to an end, gently';
	return `${minutesAndSeconds(leftMs)} left${isPaused ? ', paused' : ''}`;
}

/** 3:40; never 0:00, which would mean over. */
function minutesAndSeconds(ms: number): string {
	const seconds = Math.max(1, Math.round(ms / 1_000));
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** For reading aloud: 'about 4 minutes left'. */
export function aboutMinutes(leftMs: number): string {
	if (leftMs === 0) return 'The time is up';
	if (leftMs < MINUTE_MS) return 'Less than a minute left';
	const minutes = Math.round(leftMs / MINUTE_MS);
	return `About ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
}
