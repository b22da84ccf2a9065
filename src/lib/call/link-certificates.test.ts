import { expect, test } from 'vitest';
import { certificatesOf } from './link-certificates.ts';

interface Said {
	mine: string;
	theirs: string;
	usedByThem: string;
	made: string;
}

function connection({ mine, theirs, usedByThem, made }: Said): RTCPeerConnection {
	const sdp = (fingerprint: string) => ({ sdp: `v=0\r\na=fingerprint:sha-256 ${fingerprint}\r\n` });
	const certificate = (fingerprint: string) => ({ fingerprintAlgorithm: 'sha-256', fingerprint });
	const report = new Map<string, object>([
		['T', { type: 'transport', localCertificateId: 'L', remoteCertificateId: 'R' }],
		['L', certificate('AA:01')],
		['R', certificate(usedByThem)]
	]);
	return {
		currentLocalDescription: sdp(mine),
		currentRemoteDescription: sdp(theirs),
		getStats: async () => report,
		getConfiguration: () => ({
			certificates: [{ getFingerprints: () => [{ algorithm: 'sha-256', value: made }] }]
		})
	} as unknown as RTCPeerConnection;
}

const SOUND: Said = { mine: 'aa:01', theirs: 'BB:02', usedByThem: 'BB:02', made: 'aa:01' };

test('what was said, what is used and what was made agree', async () => {
	expect(await certificatesOf(connection(SOUND))).toEqual({ mine: 'AA:01', theirs: 'BB:02' });
});

test.each([
	['somebody else’s certificate was named for me', { mine: 'CC:03' }],
	['their link uses another certificate than they named', { usedByThem: 'CC:03' }],
	['my link uses another certificate than was made for it', { made: 'CC:03' }]
])('%s: the link is not what it says', async (_words, tampered) => {
	expect(await certificatesOf(connection({ ...SOUND, ...tampered }))).toBe('unequal');
});
