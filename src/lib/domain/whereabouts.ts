import type { Breakout, Whereabouts } from './breakouts.ts';
import type { BreakoutId } from './ids.ts';
import { type roomDocument, THE } from './room.ts';

/** Where everyone is, as the room's document says it at this moment. */
export function whereaboutsIn(
	shared: Pick<ReturnType<typeof roomDocument>, 'open' | 'breakouts'>
): Whereabouts {
	return {
		open: shared.open.get(THE) ?? null,
		breakouts: new Map(shared.breakouts.entries() as Iterable<[BreakoutId, Breakout]>)
	};
}
