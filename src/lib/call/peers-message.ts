import * as v from 'valibot';
import { parseId } from '#lib/domain/ids.ts';
import type { Peers as PeersOfRoom } from '#lib/protocol/signal-protocol.ts';

const Peers = v.object({
	peers: v.array(v.object({ person: v.string(), id: v.string() })),
	carrier: v.picklist(['mesh', 'sfu']),
	epoch: v.number()
});

/** Who can be reached and by which way media travel, as the server says in PEERS. */
export function parsePeers(payload: unknown): PeersOfRoom {
	const { peers, carrier, epoch } = v.parse(Peers, payload);
	const known = peers.flatMap(({ person, id }) => {
		const parsed = parseId<'person'>(person);
		return parsed ? [{ person: parsed, id }] : [];
	});
	return { peers: known, carrier, epoch };
}
