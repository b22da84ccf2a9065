import type { SessionId } from '#lib/domain/ids.ts';
import { isMeans, type Means } from '#lib/domain/room.ts';

type Kept = Pick<Storage, 'getItem' | 'setItem'>;

const keyOf = (session: SessionId) => `hearth means ${session}`;

/**
 * How a person wished to take part, kept in this tab alone: whoever chose text for a weak line is not
 * sent faces again because the page was loaded anew.
 */
export function keptMeans(session: SessionId, storage: Kept | null): Means | null {
	const kept = storage?.getItem(keyOf(session));
	return isMeans(kept) ? kept : null;
}

export function keepMeans(session: SessionId, means: Means, storage: Kept | null): void {
	storage?.setItem(keyOf(session), means);
}
