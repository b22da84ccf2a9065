import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { CALL_MOST, type Reachable } from '../../src/lib/protocol/media-ticket.ts';

/** Throws a Refusal when the call carries no more people than are in it already; whoever is in it may come again. */
export function refuseWhenFull(peers: readonly Reachable[], person: PersonId): void {
	const others = peers.filter((peer) => peer.person !== person);
	if (others.length < CALL_MOST) return;
	throw new Refusal(
		'conflict',
		`${CALL_MOST} people are in the call already, which is as many as it can carry. You can take part in writing: worksheets, chat and the board work as usual.`
	);
}
