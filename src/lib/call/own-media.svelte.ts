import { openCamera, openMicrophone } from './capture.ts';
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
	readonly #events: OwnMediaEvents;
	readonly #speech = new Speech();
	#microphoneTrack: MediaStreamTrack | null = null;
	#meter: LoudnessMeter | null = null;
	/** What the person wants now: a device that starts too late is put away again. */
	#wants = { microphone: false, camera: false };

	constructor(events: OwnMediaEvents) {
		this.#events = events;
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
		const track = this.#microphoneTrack ?? (await this.#start('microphone'));
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
		const track = await this.#start('camera');
		if (!track) return;
		if (!this.#wants.camera || this.camera) return track.stop();
		this.cameraId = track.getSettings().deviceId ?? this.cameraId;
		this.preview = new MediaStream([track]);
		this.camera = true;
		this.#events.send('camera', track);
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

	async #start(kind: DeviceKind): Promise<MediaStreamTrack | null> {
		this.starting = kind;
		try {
			const track =
				kind === 'camera' ? await openCamera(this.cameraId) : await openMicrophone(this.microphoneId);
			watchCapture(track, (why) => this.#lose(kind, track, why));
			return track;
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

	#lose(kind: DeviceKind, track: MediaStreamTrack, why: 'unplugged' | 'taken'): void {
		if (kind === 'microphone' && track === this.#microphoneTrack) this.endMicrophone();
		else if (kind === 'camera' && this.preview?.getTracks().includes(track)) void this.setCamera(false);
		else return;
		this.#events.lost(kind, why);
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
		for (const track of this.preview?.getTracks() ?? []) track.stop();
		this.preview = null;
	}
}
