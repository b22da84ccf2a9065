import { OneAtATime } from './one-at-a-time.ts';
import { setEncoding } from './set-encoding.ts';
import { hasPicture, PICTURES, STILL_EVERY_MS, type Rung } from './rungs.ts';

/** Long enough for one whole picture to be made and sent. */
const STILL_LASTS_MS = 1_500;
/** What a camera gives when the browser does not say. */
const USUAL_HEIGHT = 360;

/** Sends a camera on one link in the size of a rung, or not at all. The last wish counts. */
export class PictureSender {
	#wish: { sender: RTCRtpSender; track: MediaStreamTrack | null; rung: Rung } | null = null;
	#stills: ReturnType<typeof setInterval> | undefined;
	#showsStill = true;
	readonly #changes = new OneAtATime(() => this.#apply());

	send(sender: RTCRtpSender, track: MediaStreamTrack | null, rung: Rung): void {
		const wasStill = this.#wish?.rung === 'still';
		this.#wish = { sender, track, rung };
		if (rung !== 'still') this.stop();
		else if (!wasStill) this.#sendStills();
		void this.#changes.wish();
	}

	stop(): void {
		clearInterval(this.#stills);
		this.#stills = undefined;
		this.#showsStill = true;
	}

	#sendStills(): void {
		const flash = () => {
			this.#showsStill = true;
			void this.#changes.wish();
			setTimeout(() => {
				this.#showsStill = this.#stills === undefined;
				void this.#changes.wish();
			}, STILL_LASTS_MS);
		};
		this.#stills = setInterval(flash, STILL_EVERY_MS);
		flash();
	}

	async #apply(): Promise<void> {
		if (!this.#wish) return;
		const { sender, track, rung } = this.#wish;
		if (sender.transport?.state === 'closed') return;
		if (sender.track !== track) await sender.replaceTrack(track);
		await setEncoding(sender, (encoding) => {
			encoding.active = hasPicture(rung) && this.#showsStill;
			if (!hasPicture(rung)) return true;
			const { height, framesPerSecond, kbps } = PICTURES[rung];
			encoding.scaleResolutionDownBy = Math.max(1, (track?.getSettings().height ?? USUAL_HEIGHT) / height);
			encoding.maxFramerate = framesPerSecond;
			encoding.maxBitrate = kbps * 1000;
			return true;
		});
	}
}
