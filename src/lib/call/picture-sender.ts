import { OneAtATime } from './one-at-a-time.ts';
import { setEncoding } from './set-encoding.ts';
import { hasPicture, PICTURES, STILL_EVERY_MS, type Rung } from './rungs.ts';

/** Long enough for one whole picture to be made and sent. */
const STILL_LASTS_MS = 1_500;
/** What a camera gives when the browser does not say. */
const USUAL_HEIGHT = 360;

/** What encodes a picture, by name of its codec: newer than TypeScript's own description. */
type WithCodec = RTCRtpEncodingParameters & { codec?: RTCRtpCodecParameters };

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
		await setEncoding(sender, (encoding: WithCodec, { codecs }) => {
			encoding.active = hasPicture(rung) && this.#showsStill;
			delete encoding.codec;
			if (!hasPicture(rung)) {
				const other = otherCodec(codecs);
				if (other) encoding.codec = other;
				return true;
			}
			const { height, framesPerSecond, kbps } = PICTURES[rung];
			encoding.scaleResolutionDownBy = Math.max(1, (track?.getSettings().height ?? USUAL_HEIGHT) / height);
			encoding.maxFramerate = framesPerSecond;
			encoding.maxBitrate = kbps * 1000;
			return true;
		});
	}
}

/**
 * Another codec than the one in use, if another was agreed on. A sender at rest takes it, because Chromium then forgets
 * what got lost of its pictures: else it goes on sending that again for seconds, which on a link of 60 kbit/s costs the
 * voice 50 of them (Chromium 156). Browsers that cannot choose a codec take no notice.
 */
function otherCodec([usual, ...others]: RTCRtpCodecParameters[]): RTCRtpCodecParameters | undefined {
	return others.find(
		({ mimeType }) => mimeType !== usual?.mimeType && !/(rtx|red|ulpfec|flexfec-03)$/i.test(mimeType)
	);
}
