import { expect, test } from 'vitest';
import { shapeSdp } from './shape-sdp.ts';

const chromium = [
	'v=0',
	'm=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8',
	'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
	'a=extmap:3 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
	'a=rtpmap:111 opus/48000/2',
	'a=fmtp:111 minptime=10;useinbandfec=1',
	'a=rtpmap:63 red/48000/2',
	'a=fmtp:63 111/111',
	'a=rtpmap:9 G722/8000',
	'm=video 9 UDP/TLS/RTP/SAVPF 96',
	'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
	'a=rtpmap:96 VP8/90000',
	''
].join('\r\n');

test('silence costs next to nothing, and loss is mended: DTX, error correction and redundancy are asked for', () => {
	const lines = shapeSdp(chromium).split('\r\n');
	expect(lines).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 63 111 9 0 8');
	expect(lines).toContain('a=fmtp:111 minptime=10;useinbandfec=1;usedtx=1;stereo=0');
	expect(lines).toContain('a=fmtp:63 111/111');
	expect(lines).toContain('m=video 9 UDP/TLS/RTP/SAVPF 96');
});

test('a packet holds 40 ms of a voice, and one that got lost is asked for again', () => {
	const lines = shapeSdp(chromium).split('\r\n');
	const voice = lines.slice(0, lines.indexOf('m=video 9 UDP/TLS/RTP/SAVPF 96'));
	expect(voice).toEqual(expect.arrayContaining(['a=ptime:40', 'a=rtcp-fb:111 nack', 'a=rtcp-fb:63 nack']));
	expect(lines.filter((line) => line.includes('nack'))).toHaveLength(2);
});

test('a browser without redundant audio keeps its order, and one without Opus is left as it is', () => {
	const without = chromium.replace('a=rtpmap:63 red/48000/2\r\n', '');
	expect(shapeSdp(without)).toContain('m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9 0 8');
	expect(shapeSdp('v=0\r\nm=audio 9 RTP 0\r\n')).toBe('v=0\r\nm=audio 9 RTP 0\r\n');
});

test('the time of departure goes with pictures, and with a voice only where its packets are not numbered', () => {
	const clocks = (sdp: string) => sdp.split('abs-send-time').length - 1;
	expect(clocks(chromium)).toBe(2);
	expect(clocks(shapeSdp(chromium))).toBe(1);
	expect(shapeSdp(chromium).indexOf('abs-send-time')).toBeGreaterThan(shapeSdp(chromium).indexOf('m=video'));
	expect(clocks(shapeSdp(chromium.replace('transport-wide-cc', 'something-else')))).toBe(2);
});
