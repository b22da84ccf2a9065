import { pictureOf, type CameraPicture } from './camera-picture.ts';
import { openCamera, openMicrophone } from './capture.ts';
import { keepBlur, keptBlur } from './kept-blur.ts';
import { LoudnessMeter } from './loudness-meter.ts';
import { MediaTrouble } from './media-trouble.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import { Speech } from './speech.ts';
import { watchCapture } from './watch-capture.ts';

type DeviceKind = Exclude<TrackKind, 'screen'>;

interface OwnMediaEvents {
	/** What the group is sent from now on. */
	send(kind: DeviceKind, track: MediaStreamTrack | null): void;
	trouble(trouble: MediaTrouble): void;
	/** The device is gone, see `watchCapture`. */
	lost(kind: DeviceKind, why: 'unplugged' | 'taken'): void;
}

/** My microphone and camera. Both are off until I turn them on; nothing else ever does. */
export class OwnMedia {
	microphone = $state(false);
	camera = $state(false);
	/** While the browser asks for permission or the device starts. */
	starting = $state<DeviceKind | null>(null);
	/** What my camera sees, for me. */
	preview = $state.raw<MediaStream | null>(null);
	speaking = $state(false);
	/** I speak, and my microphone is off. */
	speaksMuted = $state(false);
	microphoneId = $state<string | null>(null);
	cameraId = $state<string | null>(null);
	/** Whether what is behind me is blurred. */
	blur = $state(false);
	readonly #events: OwnMediaEvents;
	readonly #speech = new Speech();
	#picture: CameraPicture | null = null;
	/** A camera that is on already, while its picture is not ready yet. */
	#opening: MediaStreamTrack | null = null;
	#microphoneTrack: MediaStreamTrack | null = null;
	#meter: LoudnessMeter | null = null;
	/** What the person wants now: a device that starts too late is put away again. */
	#wants = { microphone: false, camera: false };

	constructor(events: OwnMediaEvents) {
		this.#events = events;
		this.blur = keptBlur();
	}

	/** Listens to my own microphone, also while I am muted, so that I can be told that nobody hears me. */
	hearMyself(now: number): void {
		const speaks = this.#speech.hear(this.#meter?.level() ?? 0, now);
		this.speaking = speaks && this.microphone;
		this.speaksMuted = speaks && !this.microphone;
	}

	/** Call from the person's tap when turning on. */
	async setMicrophone(on: boolean): Promise<void> {
		this.#wants.microphone = on;
		if (!on) return this.#mute();
		if (this.microphone) return;
		const track = this.#microphoneTrack ?? (await this.#startMicrophone());
		if (!track) return;
		if (!this.#wants.microphone) return track.stop();
		this.#keepMicrophone(track);
		this.microphone = true;
		this.#events.send('microphone', track);
	}

	/** Call from the person's tap when turning on. */
	async setCamera(on: boolean): Promise<void> {
		this.#wants.camera = on;
		if (!on) return this.#endCamera();
		if (this.camera) return;
		const blur = this.blur;
		const picture = await this.#startPicture();
		if (!picture) return;
		// Whoever asked for the blur while the camera started is not shown without it.
		const isOutdated = blur !== this.blur;
		if (!this.#wants.camera || this.camera || isOutdated) {
			picture.end();
			return this.#wants.camera && isOutdated ? this.setCamera(true) : undefined;
		}
		this.#opening = null;
		this.#picture = picture;
		this.cameraId = picture.deviceId || this.cameraId;
		this.preview = new MediaStream([picture.track]);
		this.camera = true;
		this.#events.send('camera', picture.track);
	}

	/** From the person's tap: a camera that is on goes off, and on again as is wished now. */
	async setBlur(on: boolean): Promise<void> {
		this.blur = on;
		keepBlur(on);
		if (!this.camera) return;
		this.#endCamera();
		await this.setCamera(true);
	}

	async chooseMicrophone(id: string): Promise<void> {
		const wasOn = this.microphone;
		this.microphoneId = id;
		this.#endMicrophone();
		if (wasOn) await this.setMicrophone(true);
	}

	async chooseCamera(id: string): Promise<void> {
		const wasOn = this.camera;
		this.cameraId = id;
		this.#endCamera();
		if (wasOn) await this.setCamera(true);
	}

	/** A transport that begins now is told what to send. */
	sendAgain(): void {
		if (this.microphone) this.#events.send('microphone', this.#microphoneTrack);
		if (this.camera) this.#events.send('camera', this.preview?.getVideoTracks()[0] ?? null);
	}

	/** The chosen device is gone: the browser picks another. */
	forget(kind: DeviceKind): void {
		if (kind === 'camera') this.cameraId = null;
		else this.microphoneId = null;
	}

	/** Puts both devices away, so that their lights go out. */
	end(): void {
		this.#wants = { microphone: false, camera: false };
		this.#endMicrophone();
		this.#endCamera();
	}

	endMicrophone(): void {
		this.#wants.microphone = false;
		this.#endMicrophone();
	}

	async #startPicture(): Promise<CameraPicture | null> {
		return await this.#starting('camera', async () => {
			const camera = await openCamera(this.cameraId);
			if (!this.#wants.camera) {
				camera.stop();
				return null;
			}
			this.#opening = camera;
			const picture = await pictureOf(camera, {
				blur: this.blur,
				failed: () => {
					if (this.#picture !== picture) return;
					void this.setCamera(false);
					this.#events.trouble(new MediaTrouble('blur', 'camera'));
				}
			});
			watchCapture(camera, (why) => {
				if (this.#picture !== picture) return;
				void this.setCamera(false);
				this.#events.lost('camera', why);
			});
			return picture;
		});
	}

	async #startMicrophone(): Promise<MediaStreamTrack | null> {
		return await this.#starting('microphone', async () => {
			const track = await openMicrophone(this.microphoneId);
			watchCapture(track, (why) => {
				if (this.#microphoneTrack !== track) return;
				this.endMicrophone();
				this.#events.lost('microphone', why);
			});
			return track;
		});
	}

	/** Null where the device did not start: then the trouble was told. */
	async #starting<Device>(kind: DeviceKind, start: () => Promise<Device>): Promise<Device | null> {
		this.starting = kind;
		try {
			return await start();
		} catch (error) {
			if (!(error instanceof MediaTrouble)) throw error;
			this.#events.trouble(error);
			return null;
		} finally {
			this.starting = null;
		}
	}

	#keepMicrophone(track: MediaStreamTrack): void {
		if (this.#microphoneTrack === track) return;
		this.#endMicrophone();
		this.#microphoneTrack = track;
		this.#meter = new LoudnessMeter(track);
		this.microphoneId = track.getSettings().deviceId ?? this.microphoneId;
	}

	#mute(): void {
		this.microphone = false;
		this.#events.send('microphone', null);
	}

	#endMicrophone(): void {
		this.#mute();
		this.#meter?.stop();
		this.#meter = null;
		this.#microphoneTrack?.stop();
		this.#microphoneTrack = null;
	}

	#endCamera(): void {
		this.camera = false;
		this.#events.send('camera', null);
		this.#opening?.stop();
		this.#opening = null;
		this.#picture?.end();
		this.#picture = null;
		this.preview = null;
	}
}
