/** A description that is taken in that very moment changes what was just read: the next reading holds. */
const ATTEMPTS = 4;

/** Changes how a sender encodes. Does nothing where there is nothing to change yet, or `change` says so by `false`. */
export async function setEncoding(
	sender: RTCRtpSender,
	change: (encoding: RTCRtpEncodingParameters, parameters: RTCRtpSendParameters) => boolean
): Promise<void> {
	for (let attempt = 1; ; attempt += 1) {
		const parameters = sender.getParameters();
		const [encoding] = parameters.encodings ?? [];
		if (!encoding || !change(encoding, parameters)) return;
		try {
			return await sender.setParameters(parameters);
		} catch (error) {
			const isStale = error instanceof DOMException && error.name === 'InvalidModificationError';
			if (!isStale || attempt === ATTEMPTS) throw error;
		}
	}
}
