import { SAMPLE_EVERY_MS } from './ladder.ts';
import { ScreenWakeLock } from './wake-lock.ts';

/** How often a person in the call looks at who speaks, and at how the device keeps up. */
export const BEAT_MS = 200;

/** What goes on for as long as a person is in the call. Returns how to end it. */
export function startPulse(pulse: { beat(): void; sample(): void; goodbye(): void }): () => void {
	const beats = setInterval(() => pulse.beat(), BEAT_MS);
	const samples = setInterval(() => pulse.sample(), SAMPLE_EVERY_MS);
	const wakeLock = new ScreenWakeLock();
	const goodbye = () => pulse.goodbye();
	// Whoever closes the page is gone at once for the others too.
	addEventListener('pagehide', goodbye);
	return () => {
		clearInterval(beats);
		clearInterval(samples);
		wakeLock.release();
		removeEventListener('pagehide', goodbye);
	};
}
