/** A level that was measured longer ago is silence now. */
const FRESH_MS = 1_000;

/** How loud a voice arrives, 0-1, without asking the browser for all its statistics. */
export class VoiceLevel {
	#rtpTimestamp = -1;
	#changedAt = 0;

	read(receiver: RTCRtpReceiver | undefined, now: number): number {
		const [source] = receiver?.getSynchronizationSources() ?? [];
		if (!source) return 0;
		if (source.rtpTimestamp !== this.#rtpTimestamp) {
			this.#rtpTimestamp = source.rtpTimestamp;
			this.#changedAt = now;
		}
		return now - this.#changedAt < FRESH_MS ? (source.audioLevel ?? 0) : 0;
	}
}
