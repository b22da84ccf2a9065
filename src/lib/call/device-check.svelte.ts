import { pictureOf, type CameraPicture } from './camera-picture.ts';
import { openBoth, openCamera, openMicrophone } from './capture.ts';
import { keepBlur, keptBlur } from './kept-blur.ts';
import { LoudnessMeter, meterFill } from './loudness-meter.ts';
import { MediaTrouble } from './media-trouble.ts';

const METER_EVERY_MS = 100;
/** Loud enough to be understood, on the meter's scale. */
const HEARD_FILL = 0.35;

/** Trying out camera, microphone and speaker before a session. Nothing starts before a tap; nothing is sent. */
export class DeviceTrial {
	state = $state<'untried' | 'asking' | 'tried'>('untried');
	picture = $state.raw<MediaStream | null>(null);
	microphoneId = $state('');
	cameraId = $state('');
	trouble = $state.raw<MediaTrouble | null>(null);
	/** How full the microphone's meter is, 0-1. */
	fill = $state(0);
	/** Whether speech was heard since the microphone was opened. */
	wasHeard = $state(false);
	hasMicrophone = $state(false);
	/** Whether what is behind the person is blurred. */
	blur = $state(keptBlur());
	/** While the blur is tried out. */
	blurring = $state(false);
	#picture: CameraPicture | null = null;
	/** A camera that is on already, while its picture is not ready yet. */
	#opening: MediaStreamTrack | null = null;
	#voice: MediaStreamTrack | null = null;
	#meter: LoudnessMeter | null = null;
	#reading: ReturnType<typeof setInterval> | undefined;
	#ended = false;

	/** From the person's tap. */
	async tryBoth(): Promise<void> {
		this.state = 'asking';
		this.end();
		this.#ended = false;
		const { tracks, trouble } = await openBoth();
		this.trouble = trouble;
		for (const track of tracks) await this.#takeKindly(track);
		this.state = 'tried';
	}

	/** From the person's tap: a camera that is on goes off, and on again as is wished now. */
	async setBlur(on: boolean): Promise<void> {
		this.blur = on;
		keepBlur(on);
		if (!this.picture) return;
		this.endCamera();
		await this.tryCamera(this.cameraId || null);
	}

	/** From the person's tap: for those who will not show themselves. */
	async tryMicrophone(id: string | null): Promise<void> {
		await this.#try(() => openMicrophone(id));
	}

	async tryCamera(id: string | null): Promise<void> {
		await this.#try(() => openCamera(id));
	}

	endCamera(): void {
		this.#opening?.stop();
		this.#opening = null;
		this.#picture?.end();
		this.#picture = null;
		this.picture = null;
	}

	/** Puts everything away; the lights go out. */
	end(): void {
		this.#ended = true;
		this.endCamera();
		clearInterval(this.#reading);
		this.#meter?.stop();
		this.#meter = null;
		this.#voice?.stop();
		this.#voice = null;
		this.hasMicrophone = false;
		this.fill = 0;
	}

	async #try(open: () => Promise<MediaStreamTrack>): Promise<void> {
		this.#ended = false;
		try {
			const track = await open();
			this.trouble = null;
			await this.#take(track);
		} catch (error) {
			this.#tell(error);
		}
		this.state = 'tried';
	}

	#tell(error: unknown): void {
		if (!(error instanceof MediaTrouble)) throw error;
		this.trouble = error;
	}

	/** One of two devices: what is wrong with it does not keep the other away. */
	async #takeKindly(track: MediaStreamTrack): Promise<void> {
		await this.#take(track).catch((error: unknown) => this.#tell(error));
	}

	async #take(track: MediaStreamTrack): Promise<void> {
		if (this.#ended) return track.stop();
		if (track.kind === 'video') return this.#takeCamera(track);
		const id = track.getSettings().deviceId ?? '';
		clearInterval(this.#reading);
		this.#meter?.stop();
		this.#voice?.stop();
		this.#voice = track;
		this.#meter = new LoudnessMeter(track);
		this.hasMicrophone = true;
		this.wasHeard = false;
		this.microphoneId = id;
		this.#reading = setInterval(() => {
			this.fill = meterFill(this.#meter?.level() ?? 0);
			if (this.fill > HEARD_FILL) this.wasHeard = true;
		}, METER_EVERY_MS);
	}
	async #takeCamera(camera: MediaStreamTrack): Promise<void> {
		this.endCamera();
		this.cameraId = camera.getSettings().deviceId ?? '';
		this.#opening = camera;
		const blur = this.blur;
		this.blurring = blur;
		const picture = await pictureOf(camera, {
			blur,
			failed: () => {
				if (this.#picture !== picture) return;
				this.endCamera();
				this.trouble = new MediaTrouble('blur', 'camera');
			}
		}).finally(() => (this.blurring = false));
		if (!picture) return;
		// Changed while the camera started.
		if (blur !== this.blur) {
			picture.end();
			return this.tryCamera(this.cameraId || null);
		}
		this.#opening = null;
		this.#picture = picture;
		this.picture = new MediaStream([picture.track]);
	}
}
