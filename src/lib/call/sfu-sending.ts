import { TRACK_KINDS, type TrackKind } from '#lib/protocol/track-kind.ts';
import { encrypting } from './can-encrypt.ts';
import type { Tracks } from './mesh-link.ts';
import { OneAtATime } from './one-at-a-time.ts';
import { PictureSender } from './picture-sender.ts';
import { VOICE_KBPS, type Rung } from './rungs.ts';
import { ScreenSender } from './screen-sender.ts';
import { shapeSdp } from './shape-sdp.ts';
import { sendVoice } from './voice-sender.ts';

interface SendingEvents {
	offer(sdp: string): void;
	candidate(candidate: RTCIceCandidate): void;
	state(): void;
}

/** What I send through the SFU: once, however many receive it. Every frame is sealed before it leaves. */
export class SfuSending {
	readonly connection: RTCPeerConnection;
	readonly #events: SendingEvents;
	readonly #picture = new PictureSender();
	readonly #screen = new ScreenSender();
	readonly #offers = new OneAtATime(() => this.#offer());

	constructor(config: RTCConfiguration, worker: Worker, events: SendingEvents) {
		this.#events = events;
		this.connection = new RTCPeerConnection(config);
		this.connection.onicecandidate = ({ candidate }) => candidate && events.candidate(candidate);
		this.connection.onconnectionstatechange = () => events.state();
		for (const kind of TRACK_KINDS) {
			const type = kind === 'microphone' ? 'audio' : 'video';
			const transceiver = this.connection.addTransceiver(type, { direction: 'sendonly' });
			encrypting(transceiver.sender, worker, { side: 'send', kind });
			preferPlainCodecs(transceiver, type);
		}
		void this.#offers.wish();
	}

	send(tracks: Tracks, rung: Rung): void {
		const [microphone, camera, screen] = this.connection.getSenders();
		const kbps = rung === 'voice' ? VOICE_KBPS.thrifty : VOICE_KBPS.usual;
		if (microphone) void sendVoice(microphone, rung === 'text' ? null : tracks.microphone, kbps);
		if (camera) this.#picture.send(camera, tracks.camera, rung);
		if (screen) this.#screen.send(screen, tracks.screen, rung);
	}

	async takeAnswer(sdp: string): Promise<void> {
		if (this.connection.signalingState !== 'have-local-offer') return;
		await this.connection.setRemoteDescription({ type: 'answer', sdp: shapeSdp(sdp) });
		this.#events.state();
	}

	restart(): void {
		if (this.connection.signalingState === 'closed') return;
		this.connection.restartIce();
		void this.#offers.wish();
	}

	/** The place (mid) of a kind, once there is one. */
	placeOf(kind: TrackKind): string | null {
		return this.connection.getTransceivers()[TRACK_KINDS.indexOf(kind)]?.mid ?? null;
	}

	close(): void {
		this.#picture.stop();
		this.connection.close();
	}

	async #offer(): Promise<void> {
		const { connection } = this;
		// An offer without an answer was lost with the line, or is being answered: this one stands in its place.
		if (connection.signalingState === 'closed') return;
		const { sdp = '' } = await connection.createOffer();
		await connection.setLocalDescription({ type: 'offer', sdp: shapeSdp(sdp) });
		if (connection.localDescription) this.#events.offer(connection.localDescription.sdp);
	}
}

/** VP8 and Opus, and what repairs them: what every browser knows, and what stays readable to nobody once sealed. */
function preferPlainCodecs(transceiver: RTCRtpTransceiver, type: 'audio' | 'video'): void {
	const codecs = RTCRtpReceiver.getCapabilities(type)?.codecs ?? [];
	const wanted = codecs.filter(({ mimeType }) => /^(video\/(vp8|rtx)|audio\/opus)$/i.test(mimeType));
	if (wanted.length > 0) transceiver.setCodecPreferences?.(wanted);
}
