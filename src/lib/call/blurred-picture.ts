import { holdsPace } from './blur-pace.ts';
import { MediaTrouble } from './media-trouble.ts';
import { PICTURES } from './rungs.ts';

/** Long enough to know whether the device keeps it up. Nothing of the picture is shown meanwhile. */
const TRIAL_MS = 2_000;
/** A device that has made no picture for so long does not keep it up any more. */
const STALLED_MS = 4_000;
const LOOK_EVERY_MS = 500;
/** Wide enough that nothing behind a person is told apart, in pixels of the picture. */
const RADIUS = 18;
/** Where browsers tell of no new frame, as in a tab that is not seen. */
const UNTOLD_FRAME_MS = 1000 / PICTURES['360p'].framesPerSecond;

/** A camera's picture with what is behind the person blurred. It is made on this device; the camera stays the caller's. */
export interface BlurredPicture {
	track: MediaStreamTrack;
	end(): void;
}

/** Whether this browser has all that blurring takes. */
export function canBlur(): boolean {
	const hasFrames = 'requestVideoFrameCallback' in HTMLVideoElement.prototype;
	const hasCapture = 'captureStream' in HTMLCanvasElement.prototype;
	return hasFrames && hasCapture && 'OffscreenCanvas' in globalThis && 'WebAssembly' in globalThis;
}

/**
 * Blurs what is behind the person. Throws MediaTrouble where the device is too slow for it; `stalled` is told when it has
 * become so. The picture as it is never comes out of this, also not for a moment.
 */
export async function blurBehind(camera: MediaStreamTrack, stalled: () => void): Promise<BlurredPicture> {
	const painter = await BlurPainter.load().catch(() => {
		throw new MediaTrouble('blur', 'camera');
	});
	const running = await painter.run(camera);
	await new Promise((resolve) => setTimeout(resolve, TRIAL_MS));
	if (!holdsPace(running.took)) {
		running.end();
		throw new MediaTrouble('blur', 'camera');
	}
	const watch = setInterval(() => {
		if (performance.now() - running.lastAt < STALLED_MS || document.visibilityState === 'hidden') return;
		clearInterval(watch);
		stalled();
	}, LOOK_EVERY_MS);
	const [track] = running.canvas.captureStream(PICTURES['360p'].framesPerSecond).getVideoTracks();
	return {
		track: track!,
		end() {
			clearInterval(watch);
			running.end();
			track!.stop();
		}
	};
}

type Processor = InstanceType<(typeof import('@twilio/video-processors'))['GaussianBlurBackgroundProcessor']>;

interface Running {
	canvas: HTMLCanvasElement;
	/** How long each picture took, in ms. */
	took: number[];
	/** When the last one was ready. */
	lastAt: number;
	end(): void;
}

/** Takes the pictures of a camera one by one, as quickly as the device can. */
class BlurPainter {
	readonly #processor: Processor;

	private constructor(processor: Processor) {
		this.#processor = processor;
	}

	static async load(): Promise<BlurPainter> {
		const { GaussianBlurBackgroundProcessor } = await import('@twilio/video-processors');
		const processor = new GaussianBlurBackgroundProcessor({
			assetsPath: import.meta.env.VITE_BLUR_ASSETS as string,
			blurFilterRadius: RADIUS
		});
		await processor.loadModel();
		return new BlurPainter(processor);
	}

	async run(camera: MediaStreamTrack): Promise<Running> {
		const video = document.createElement('video');
		Object.assign(video, { muted: true, playsInline: true, srcObject: new MediaStream([camera]) });
		await video.play();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
		// Before the first picture: nothing at all, rather than a canvas that cannot be captured.
		canvas.getContext('2d')!.fillRect(0, 0, canvas.width, canvas.height);
		let isOver = false;
		const running: Running = {
			...{ canvas, took: [], lastAt: performance.now() },
			end() {
				isOver = true;
				video.srcObject = null;
			}
		};
		void (async () => {
			while (!isOver) {
				await nextFrame(video);
				if (isOver || !this.#fit(video, canvas)) continue;
				const began = performance.now();
				const isMade = await this.#processor.processFrame(video, canvas).then(
					() => true,
					() => false
				);
				if (!isMade) continue;
				running.lastAt = performance.now();
				if (running.took.length < 240) running.took.push(running.lastAt - began);
			}
		})();
		return running;
	}

	/** A phone that is turned gives a picture of another shape. */
	#fit({ videoWidth, videoHeight }: HTMLVideoElement, canvas: HTMLCanvasElement): boolean {
		if (canvas.width !== videoWidth) canvas.width = videoWidth;
		if (canvas.height !== videoHeight) canvas.height = videoHeight;
		return videoWidth > 0;
	}
}

function nextFrame(video: HTMLVideoElement): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(resolve, 2 * UNTOLD_FRAME_MS);
		video.requestVideoFrameCallback(() => {
			clearTimeout(timer);
			resolve();
		});
	});
}
