import { SPEECH_REPORT_MS } from '#lib/protocol/limits.ts';

const LISTEN_MS = 1_000;

/** Tells the facilitators how long I have spoken, as my own browser hears it. Returns how to stop. */
export function reportSpeaking(
	isSpeaking: () => boolean,
	tell: (ms: number) => Promise<unknown>
): () => void {
	let heardMs = 0;
	const listen = setInterval(() => {
		if (isSpeaking()) heardMs += LISTEN_MS;
	}, LISTEN_MS);
	const report = setInterval(() => {
		const ms = Math.min(heardMs, SPEECH_REPORT_MS);
		heardMs = 0;
		// It is coarse: what could not be told is not told later.
		if (ms > 0) tell(ms).catch(() => undefined);
	}, SPEECH_REPORT_MS);
	return () => [listen, report].forEach((timer) => clearInterval(timer));
}
