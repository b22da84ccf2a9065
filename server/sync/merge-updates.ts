import * as Y from 'yjs';

/** `Y.mergeUpdates` is quadratic in the number of updates, so many are merged a few at a time. */
const MERGED_AT_ONCE = 32;

/** One update that does what all of them do, in their order. */
export function mergeUpdates(updates: readonly Uint8Array[]): Uint8Array {
	if (updates.length === 1) return updates[0]!;
	if (updates.length <= MERGED_AT_ONCE) return Y.mergeUpdates([...updates]);
	const merged: Uint8Array[] = [];
	for (let from = 0; from < updates.length; from += MERGED_AT_ONCE) {
		merged.push(Y.mergeUpdates(updates.slice(from, from + MERGED_AT_ONCE)));
	}
	return mergeUpdates(merged);
}
