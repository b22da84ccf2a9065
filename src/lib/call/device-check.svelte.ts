import { openBoth, openCamera, openMicrophone } from './capture.ts';
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
		for (const track of tracks) this.#take(track);
		this.state = 'tried';
	}

	/** From the person's tap: for those who will not show themselves. */
	async tryMicrophone(id: string | null): Promise<void> {
		await this.#try(() => openMicrophone(id));
	}

	async tryCamera(id: string | null): Promise<void> {
		await this.#try(() => openCamera(id));
	}

	endCamera(): void {
		for (const track of this.picture?.getTracks() ?? []) track.stop();
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
			this.#take(await open());
			this.trouble = null;
		} catch (error) {
			if (!(error instanceof MediaTrouble)) throw error;
			this.trouble = error;
		}
		this.state = 'tried';
	}

	#take(track: MediaStreamTrack): void {
		if (this.#ended) return track.stop();
		const id = track.getSettings().deviceId ?? '';
		if (track.kind === 'video') {
			this.endCamera();
			this.picture = new MediaStream([track]);
			this.cameraId = id;
			return;
		}
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
}
