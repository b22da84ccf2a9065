import { expect, test } from 'vitest';
import { onlyReceives } from './only-receives.ts';

const HEAD = ['v=0', 'o=- 1 2 IN IP4 127.0.0.1', 's=-', 't=0 0', 'a=group:BUNDLE 0 1 2 3'];
const voice = (...lines: string[]) => ['m=audio 9 UDP/TLS/RTP/SAVPF 111', 'c=IN IP4 0.0.0.0', ...lines];
const picture = (...lines: string[]) => ['m=video 9 UDP/TLS/RTP/SAVPF 96', ...lines];
const NOTES = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=sctp-port:5000'];
const sdp = (...sections: string[][]) => [...HEAD, ...sections.flat(), ''].join('\r\n');

test('a description that only receives, or rests, lets nothing out', () => {
	expect(onlyReceives(sdp(voice('a=recvonly'), picture('a=recvonly'), picture('a=inactive'), NOTES))).toBe(
		true
	);
	expect(onlyReceives(sdp(NOTES))).toBe(true);
});

test.each([
	['a voice that would be sent', sdp(voice('a=sendrecv'))],
	['a picture that would only be sent', sdp(voice('a=recvonly'), picture('a=sendonly'))],
	['what says nothing, which means both ways', sdp(voice('a=recvonly'), picture('a=mid:1'))],
	['two directions, of which a browser takes one', sdp(voice('a=recvonly', 'a=sendrecv'))],
	['a direction for the session as a whole', [...HEAD, 'a=sendrecv', ...voice('a=recvonly')].join('\r\n')],
	['lines that end in another way', sdp(voice('a=recvonly')).replaceAll('\r\n', '\n') + 'm=audio 9 X 1\n'],
	['a returned carriage before the next place', `${sdp(voice('a=recvonly'))}\rm=video 9 X 96`],
	['a place that is spelled another way', sdp(voice('a=recvonly'), ['M=video 9 X 96'])],
	['a place of a kind we do not know', sdp(['m=text 9 RTP/AVP 98'])],
	['notes that are said to be sent', sdp([...NOTES, 'a=sendrecv'])],
	['a direction with a space before it', sdp(voice('a=recvonly', 'a= sendrecv'))]
])('%s is refused', (_what, described) => {
	expect(onlyReceives(described)).toBe(false);
});
