import { type CallTimes, NO_CALL_TIMES } from '#lib/domain/call-times.ts';
import { CALL_REPORT_MS } from '#lib/protocol/limits.ts';

const LOOK_MS = 5_000;

/** What a call comes to just now, and whether that is for the link's sake. */
export interface ComesTo {
	to: 'faces' | 'voice' | 'text';
	isWeak: boolean;
}

/** Tells the server now and then for how long my call was less than faces and voice. Returns how to stop. */
export function reportCallTimes(
	look: () => ComesTo,
	tell: (times: CallTimes) => Promise<unknown>
): () => void {
	let times = { ...NO_CALL_TIMES };
	const looks = setInterval(() => {
		const { to, isWeak } = look();
		if (to === 'faces') return;
		if (to === 'voice') times.voiceMs += LOOK_MS;
		else times.textMs += LOOK_MS;
		if (isWeak) times.weakMs += LOOK_MS;
	}, LOOK_MS);
	const reports = setInterval(() => {
		const told = times;
		times = { ...NO_CALL_TIMES };
		// It is coarse: what could not be told is not told later.
		if (told.voiceMs + told.textMs > 0) tell(told).catch(() => undefined);
	}, CALL_REPORT_MS);
	return () => [looks, reports].forEach((timer) => clearInterval(timer));
}
