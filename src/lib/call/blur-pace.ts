/** Fewer pictures a second than this look like a fault, and a device that makes fewer has no strength left for the call. */
const LEAST_PER_SECOND = 15;
/** Fewer say nothing. */
const LEAST_SEEN = 5;

/** Whether a device is quick enough to blur a picture, from how long each of some pictures took it, in ms. */
export function holdsPace(took: readonly number[]): boolean {
	if (took.length < LEAST_SEEN) return false;
	// The first ones also pay for what is loaded and compiled.
	const settled = took.slice(Math.floor(took.length / 2));
	return settled.reduce((sum, ms) => sum + ms, 0) / settled.length <= 1000 / LEAST_PER_SECOND;
}
