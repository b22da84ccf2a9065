/** The fingerprints of a link's two certificates, in capitals. */
export interface LinkCertificates {
	mine: string;
	theirs: string;
}

/**
 * The certificates of a connection. What was said of them in the signalling, what the connection really uses, and
 * what the browser made for this join must be the same; null while something is not known yet.
 */
export async function certificatesOf(
	connection: RTCPeerConnection
): Promise<LinkCertificates | 'unequal' | null> {
	const used = await usedBy(connection);
	const mine = saidIn(connection.currentLocalDescription);
	const theirs = saidIn(connection.currentRemoteDescription);
	if (!used || !mine || !theirs) return null;
	const own = ownOf(connection);
	const isSame = used.mine === mine && used.theirs === theirs && (own === null || own === mine);
	return isSame ? { mine, theirs } : 'unequal';
}

function saidIn(description: RTCSessionDescription | null): string | null {
	const [, said = null] = /^a=fingerprint:sha-256 (\S+)/im.exec(description?.sdp ?? '') ?? [];
	return said?.toUpperCase() ?? null;
}

async function usedBy(connection: RTCPeerConnection): Promise<LinkCertificates | null> {
	const report = await connection.getStats();
	const entries = [...report.values()] as Record<string, unknown>[];
	const transport = entries.find(({ type }) => type === 'transport');
	const fingerprint = (id: unknown) => {
		const entry = report.get(String(id)) as Record<string, unknown> | undefined;
		const { fingerprintAlgorithm: algorithm, fingerprint: used } = entry ?? {};
		return algorithm === 'sha-256' && typeof used === 'string' ? used.toUpperCase() : null;
	};
	const mine = fingerprint(transport?.localCertificateId);
	const theirs = fingerprint(transport?.remoteCertificateId);
	return mine && theirs ? { mine, theirs } : null;
}

/** Not every browser tells the fingerprints of a certificate that it made. */
function ownOf(connection: RTCPeerConnection): string | null {
	const [certificate] = connection.getConfiguration().certificates ?? [];
	const made = certificate as { getFingerprints?(): RTCDtlsFingerprint[] } | undefined;
	const own = made?.getFingerprints?.().find(({ algorithm }) => algorithm === 'sha-256');
	return own?.value?.toUpperCase() ?? null;
}
