/** Time to settle before the first breath, so that nobody has to hurry in. */
export const SETTLE_MS = 8_000;

const SIDES = ['in', 'hold-full', 'out', 'hold-empty'] as const;

/** The four sides of the box, from the first breath in. */
export type Side = (typeof SIDES)[number];

export interface Pace {
	/** When the step began, on the server's clock. */
	startedAt: number;
	secondsASide: number;
	rounds: number;
}

export type Breath =
	| { is: 'settling'; secondsLeft: number }
	| {
			is: 'breathing';
			side: Side;
			/** From 1. */ round: number;
			secondsLeft: number;
			/** Since the first breath. */ elapsedMs: number;
	  }
	| { is: 'over' };

/** Where the group is in the exercise at `now`, the server's time: the same for everyone, whenever they came in. */
export function breathAt({ startedAt, secondsASide, rounds }: Pace, now: number): Breath {
	const elapsedMs = now - startedAt - SETTLE_MS;
	if (elapsedMs < 0) return { is: 'settling', secondsLeft: Math.ceil(-elapsedMs / 1000) };
	const sideMs = secondsASide * 1000;
	const sides = Math.floor(elapsedMs / sideMs);
	if (sides >= rounds * SIDES.length) return { is: 'over' };
	return {
		is: 'breathing',
		side: SIDES[sides % SIDES.length] ?? 'in',
		round: Math.floor(sides / SIDES.length) + 1,
		secondsLeft: Math.ceil(((sides + 1) * sideMs - elapsedMs) / 1000),
		elapsedMs
	};
}

export const SIDE_WORDS: Record<Side, string> = {
	in: 'Breathe in…',
	'hold-full': 'Hold…',
	out: 'Breathe out…',
	'hold-empty': 'Hold…'
};
