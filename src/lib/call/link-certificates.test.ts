import { expect, test } from 'vitest';
import { certificatesOf } from './link-certificates.ts';

interface Said {
	/** Whether the statistics name the certificates. */
	inStatistics: boolean;
	mine: string;
	theirs: string;
	usedByThem: string;
	made: string;
}

/** In place of a certificate's bytes; NIST's test vector for SHA-256 of 'abc' (FIPS 180-4, example 1). */
const CERTIFICATE = new TextEncoder().encode('abc').buffer;
const ITS_FINGERPRINT =
	'BA:78:16:BF:8F:01:CF:EA:41:41:40:DE:5D:AE:22:23:B0:03:61:A3:96:17:7A:9C:B4:10:FF:61:F2:00:15:AD';

function connection({ inStatistics, mine, theirs, usedByThem, made }: Said): RTCPeerConnection {
	const sdp = (fingerprint: string) => ({ sdp: `v=0\r\na=fingerprint:sha-256 ${fingerprint}\r\n` });
	const certificate = (fingerprint: string) => ({ fingerprintAlgorithm: 'sha-256', fingerprint });
	const ids = inStatistics ? { localCertificateId: 'L', remoteCertificateId: 'R' } : {};
	const report = new Map<string, object>([
		['T', { type: 'transport', ...ids }],
		['L', certificate('AA:01')],
		['R', certificate(usedByThem)]
	]);
	return {
		currentLocalDescription: sdp(mine),
		currentRemoteDescription: sdp(theirs),
		getStats: async () => report,
		getSenders: () => [{ transport: inStatistics ? {} : { getRemoteCertificates: () => [CERTIFICATE] } }],
		getConfiguration: () => ({
			certificates: [{ getFingerprints: () => [{ algorithm: 'sha-256', value: made }] }]
		})
	} as unknown as RTCPeerConnection;
}

const SOUND: Said = {
	inStatistics: true,
	mine: 'aa:01',
	theirs: 'BB:02',
	usedByThem: 'BB:02',
	made: 'aa:01'
};

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

test('where the statistics do not name them, the certificate that was shown in the handshake is looked at', async () => {
	const shown = { ...SOUND, inStatistics: false, theirs: ITS_FINGERPRINT };
	expect(await certificatesOf(connection(shown))).toEqual({ mine: 'AA:01', theirs: ITS_FINGERPRINT });
	expect(await certificatesOf(connection({ ...shown, theirs: 'BB:02' }))).toBe('unequal');
});
