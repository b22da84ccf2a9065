const FURTHEST = 1_000_000;

/** What stands there as a layer, or the middle one: anyone in the room may have written it. */
export const layerOf = (value: unknown): number =>
	Number.isSafeInteger(value) ? Math.min(Math.max(value as number, -FURTHEST), FURTHEST) : 0;
