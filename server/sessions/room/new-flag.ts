import { newId } from '../../../src/lib/domain/ids.ts';
import type { Flag } from '../../../src/lib/domain/room.ts';
import type { LiveRoom } from './live-room.ts';

/** A flag that nobody has seen yet (S03). `at` is in ms since 1970. */
export function newFlag(
	room: LiveRoom,
	of: Pick<Flag, 'person' | 'cause' | 'at'> & Partial<Pick<Flag, 'quiet'>>
): Flag {
	const name = room.placement(of.person)?.alias ?? '';
	return { id: newId<'flag'>(), name, quiet: false, ...of, state: { is: 'open' } };
}
