import { setEncoding } from './set-encoding.ts';

/** Sends a microphone on one link, or silence that costs nothing. */
export async function sendVoice(
	sender: RTCRtpSender,
	track: MediaStreamTrack | null,
	kbps: number
): Promise<void> {
	if (sender.track !== track) await sender.replaceTrack(track);
	await setEncoding(sender, (encoding) => {
		if (encoding.maxBitrate === kbps * 1000) return false;
		encoding.maxBitrate = kbps * 1000;
		// Voice goes before faces when the uplink cannot carry both.
		encoding.priority = 'high';
		return true;
	});
}
