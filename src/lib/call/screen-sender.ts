import { OneAtATime } from './one-at-a-time.ts';
import { setEncoding } from './set-encoding.ts';
import type { Rung } from './rungs.ts';

/** Letters stay sharp, and change seldom; `thrifty` is for a link that carries no face, or for who looks elsewhere. */
const SCREENS = {
	full: { framesPerSecond: 8, kbps: 700 },
	thrifty: { framesPerSecond: 2, kbps: 120 }
};

/** Sends a screen on one link as its rung allows, or not at all. The last wish counts. */
export class ScreenSender {
	#wish: { sender: RTCRtpSender; track: MediaStreamTrack | null; rung: Rung } | null = null;
	readonly #changes = new OneAtATime(() => this.#apply());

	send(sender: RTCRtpSender, track: MediaStreamTrack | null, rung: Rung): void {
		this.#wish = { sender, track, rung };
		void this.#changes.wish();
	}

	async #apply(): Promise<void> {
		if (!this.#wish) return;
		const { sender, track, rung } = this.#wish;
		if (sender.transport?.state === 'closed') return;
		if (sender.track !== track) await sender.replaceTrack(track);
		const { framesPerSecond, kbps } = SCREENS[rung === 'still' || rung === 'voice' ? 'thrifty' : 'full'];
		await setEncoding(sender, (encoding, parameters) => {
			encoding.active = track !== null && rung !== 'text';
			encoding.maxFramerate = framesPerSecond;
			encoding.maxBitrate = kbps * 1000;
			parameters.degradationPreference = 'maintain-resolution';
			return true;
		});
	}
}
