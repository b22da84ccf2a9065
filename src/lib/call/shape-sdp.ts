/** So much of a voice in each packet: with half as many, all that surrounds them costs half of it. */
const PACKET_MS = 40;

/**
 * Asks for a voice that costs next to nothing while silent and survives loss: Opus with discontinuous
 * transmission and forward error correction, redundant audio (RED, RFC 2198) before plain Opus, and what got
 * lost all the same sent again (RFC 4585) as long as it can still be played.
 */
export function shapeSdp(sdp: string): string {
	const opus = payloadOf(sdp, /^opus\/48000/i);
	if (!opus) return sdp;
	const red = payloadOf(sdp, /^red\/48000/i);
	return withoutClock(sdp)
		.split('\r\n')
		.flatMap((line) => {
			if (line.startsWith(`a=fmtp:${opus} `)) return [withParameters(line), `a=ptime:${PACKET_MS}`];
			if (line.startsWith('m=audio ') && red) return withFirst(line, red);
			const voice = [opus, red].find((payload) => line.startsWith(`a=rtpmap:${payload} `));
			return voice ? [line, `a=rtcp-fb:${voice} nack`] : line;
		})
		.join('\r\n');
}

/** Numbered packets (transport-cc) already say how a voice travels: their time of departure in each is not needed too. */
function withoutClock(sdp: string): string {
	const [head = '', ...media] = sdp.split(/^(?=m=)/m);
	const thrifty = media.map((section) =>
		section.startsWith('m=audio ') && /^a=extmap:.*transport-wide-cc/m.test(section)
			? section.replace(/^a=extmap:\S+ \S+\/abs-send-time\r\n/m, '')
			: section
	);
	return head + thrifty.join('');
}

function payloadOf(sdp: string, codec: RegExp): string | null {
	for (const [, payload = '', name = ''] of sdp.matchAll(/^a=rtpmap:(\d+) (\S+)/gm)) {
		if (codec.test(name)) return payload;
	}
	return null;
}

function withParameters(line: string): string {
	const [head = '', parameters = ''] = splitOnce(line, ' ');
	const wanted = new Map(parameters.split(';').map((one) => splitOnce(one.trim(), '=')));
	wanted.set('usedtx', '1').set('useinbandfec', '1').set('stereo', '0');
	return `${head} ${[...wanted].map(([name, value]) => `${name}=${value}`).join(';')}`;
}

function withFirst(line: string, payload: string): string {
	const [kind = '', port = '', protocol = '', ...payloads] = line.split(' ');
	const rest = payloads.filter((one) => one !== payload);
	return [kind, port, protocol, payload, ...rest].join(' ');
}

function splitOnce(text: string, separator: string): [string, string] {
	const at = text.indexOf(separator);
	return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
