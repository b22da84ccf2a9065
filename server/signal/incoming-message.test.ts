import { expect, test } from 'vitest';
import { parseIncoming } from './incoming-message.ts';

const dst = 'a'.repeat(32);
const description = { type: 'offer', sdp: 'v=0' };

test('the frames of a stock PeerJS client are understood', () => {
	const media = { sdp: description, type: 'media', connectionId: 'mc_4k2' };
	expect(parseIncoming(JSON.stringify({ type: 'OFFER', payload: media, dst }))).toMatchObject({ dst });
	const data = { ...media, type: 'data', label: 'dc_1', reliable: false, serialization: 'binary' };
	expect(parseIncoming(JSON.stringify({ type: 'OFFER', payload: data, dst }))).toMatchObject({
		payload: data
	});
	expect(parseIncoming('{"type":"HEARTBEAT"}')).toEqual({ type: 'HEARTBEAT' });
});

test('what no client of ours sends is none of our messages', () => {
	const frames = [
		'',
		'null',
		'[]',
		'{"type":"OPEN"}',
		JSON.stringify({ type: 'HEARTBEAT', src: dst }),
		JSON.stringify({ type: 'OFFER', dst, payload: { sdp: description, type: 'screen', connectionId: 'x' } }),
		JSON.stringify({ type: 'OFFER', dst, payload: { sdp: { type: 'answer', sdp: '' } } }),
		JSON.stringify({ type: 'CANDIDATE', dst: '__proto__', payload: {} }),
		JSON.stringify({
			type: 'CANDIDATE',
			dst,
			payload: { candidate: { candidate: 'x'.repeat(2_000) }, type: 'media', connectionId: 'x' }
		})
	];
	expect(frames.map(parseIncoming)).toEqual(frames.map(() => null));
});

test('unknown parts of a payload go no further', () => {
	const payload = { sdp: { ...description, extra: 1 }, type: 'media', connectionId: 'x', evil: 'y' };
	const parsed = parseIncoming(JSON.stringify({ type: 'OFFER', dst, payload }));
	expect(JSON.stringify(parsed)).not.toMatch(/evil|extra/);
});
