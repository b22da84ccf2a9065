/** The fingerprints of a link's two certificates, in capitals. */
export interface LinkCertificates {
	mine: string;
	theirs: string;
}

/**
 * The certificates of a connection. What was said of them in the signalling and what the connection really uses must
 * be the same; null while something is not known yet.
 */
export async function certificatesOf(
	connection: RTCPeerConnection
): Promise<LinkCertificates | 'unequal' | null> {
	const told = await toldByStatistics(connection);
	const used = {
		mine: madeFor(connection) ?? told.mine,
		theirs: (await shownTo(connection)) ?? told.theirs
	};
	const mine = saidIn(connection.currentLocalDescription);
	const theirs = saidIn(connection.currentRemoteDescription);
	if (!used.mine || !used.theirs || !mine || !theirs) return null;
	return used.mine === mine && used.theirs === theirs ? { mine, theirs } : 'unequal';
}

function saidIn(description: RTCSessionDescription | null): string | null {
	const [, said = null] = /^a=fingerprint:sha-256 (\S+)/im.exec(description?.sdp ?? '') ?? [];
	return said?.toUpperCase() ?? null;
}

/** The certificate that the other end showed in the handshake. Not every browser gives it out. */
async function shownTo(connection: RTCPeerConnection): Promise<string | null> {
	const transport = connection.getSenders().find((sender) => sender.transport)?.transport;
	const [certificate] = (transport as RemoteCertificates | null | undefined)?.getRemoteCertificates?.() ?? [];
	if (!certificate) return null;
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', certificate));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

interface RemoteCertificates {
	getRemoteCertificates?(): ArrayBuffer[];
}

/** The certificate that was made for this join. Not every browser tells its fingerprint. */
function madeFor(connection: RTCPeerConnection): string | null {
	const [certificate] = connection.getConfiguration().certificates ?? [];
	const made = certificate as { getFingerprints?(): RTCDtlsFingerprint[] } | undefined;
	const own = made?.getFingerprints?.().find(({ algorithm }) => algorithm === 'sha-256');
	return own?.value?.toUpperCase() ?? null;
}

/** What the statistics say. Chromium's never name the certificates of a link that was looked at before its handshake. */
async function toldByStatistics(
	connection: RTCPeerConnection
): Promise<{ [end in keyof LinkCertificates]: string | null }> {
	const report = await connection.getStats();
	const entries = [...report.values()] as Record<string, unknown>[];
	const transport = entries.find(({ type }) => type === 'transport');
	const fingerprint = (id: unknown) => {
		const entry = report.get(String(id)) as Record<string, unknown> | undefined;
		const { fingerprintAlgorithm: algorithm, fingerprint: used } = entry ?? {};
		return algorithm === 'sha-256' && typeof used === 'string' ? used.toUpperCase() : null;
	};
	return {
		mine: fingerprint(transport?.localCertificateId),
		theirs: fingerprint(transport?.remoteCertificateId)
	};
}
