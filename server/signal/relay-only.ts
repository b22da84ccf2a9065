import type { Relayed } from './incoming-message.ts';

/** Every other candidate names a person's own address rather than the relay's. */
const RELAYED = / typ relay\b/;

/**
 * What of a message may pass where media go through a relay: no host or reflexive candidate, and no
 * address beside a relayed one (R38). Null when nothing is left of it.
 */
export function withoutAddresses(message: Relayed): Relayed | null {
	if (message.type === 'CANDIDATE') {
		const { candidate } = message.payload.candidate;
		if (!RELAYED.test(candidate)) return null;
		const hidden = { ...message.payload.candidate, candidate: hideRelated(candidate) };
		return { ...message, payload: { ...message.payload, candidate: hidden } };
	}
	const sdp = relayedLines(message.payload.sdp.sdp);
	return message.type === 'OFFER'
		? { ...message, payload: { ...message.payload, sdp: { type: 'offer', sdp } } }
		: { ...message, payload: { ...message.payload, sdp: { type: 'answer', sdp } } };
}

function relayedLines(sdp: string): string {
	return sdp
		.split(/\r?\n/)
		.filter((line) => !(line.startsWith('a=candidate:') && !RELAYED.test(line)))
		.map((line) => {
			if (line.startsWith('a=candidate:')) return hideRelated(line);
			if (line.startsWith('c=IN ')) return 'c=IN IP4 0.0.0.0';
			if (line.startsWith('a=rtcp:')) return 'a=rtcp:9 IN IP4 0.0.0.0';
			return line;
		})
		.join('\r\n');
}

/** A relayed candidate tells, beside the relay's address, which one it was reached from. */
function hideRelated(candidate: string): string {
	return candidate.replace(/ raddr \S+/, ' raddr 0.0.0.0').replace(/ rport \d+/, ' rport 9');
}
