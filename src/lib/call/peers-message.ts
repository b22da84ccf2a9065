import * as v from 'valibot';
import { parseId } from '#lib/domain/ids.ts';
import type { Reachable } from '#lib/protocol/media-ticket.ts';

const Peers = v.object({ peers: v.array(v.object({ person: v.string(), id: v.string() })) });

/** Who can be reached, as the server says in PEERS. */
export function parsePeers(payload: unknown): Reachable[] {
	return v.parse(Peers, payload).peers.flatMap(({ person, id }) => {
		const known = parseId<'person'>(person);
		return known ? [{ person: known, id }] : [];
	});
}
