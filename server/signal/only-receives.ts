const SENDS_NOTHING = /^a=(recvonly|inactive)$/;
const MAY_SEND = /^a=\s*(sendrecv|sendonly)/i;

/**
 * Whether a description lets neither voice nor picture out of its sender's browser: each place for media says that it
 * only receives, or rests. What says nothing would send (RFC 8866, 6.7), and is refused.
 */
export function onlyReceives(sdp: string): boolean {
	const [session = [], ...media] = sectionsOf(sdp);
	if (session.some((line) => MAY_SEND.test(line))) return false;
	return media.every((lines) => isForNotes(lines) || isSilent(lines));
}

/** A data channel: the notes that browsers tell each other of their link. */
function isForNotes([head = '', ...lines]: string[]): boolean {
	return /^m=application /.test(head) && !lines.some((line) => MAY_SEND.test(line));
}

function isSilent(lines: string[]): boolean {
	return lines.some((line) => SENDS_NOTHING.test(line)) && !lines.some((line) => MAY_SEND.test(line));
}

/** The lines about the session as a whole, then those of each place for media. */
function sectionsOf(sdp: string): string[][] {
	const sections: string[][] = [[]];
	for (const line of sdp.split(/[\r\n]+/)) {
		if (/^\s*m\s*=/i.test(line)) sections.push([]);
		sections.at(-1)?.push(line);
	}
	return sections;
}
