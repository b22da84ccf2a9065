import type { PersonId } from '#lib/domain/ids.ts';
import { TRACK_KINDS, type TrackKind } from '#lib/protocol/track-kind.ts';
import { bytesArrived } from './bytes-arrived.ts';
import { certificatesOf, type LinkCertificates } from './link-certificates.ts';
import { parseLinkNote, takesNotes, type LinkNote } from './link-note.ts';
import { LinkMeter, type LinkSample } from './link-sample.ts';
import type { LinkState } from './media-transport.ts';
import { mendConnection } from './mend-connection.ts';
import type { OpenPeer, PeerConnection } from './peerjs.ts';
import { PictureSender } from './picture-sender.ts';
import { VOICE_KBPS, type Rung } from './rungs.ts';
import { ScreenSender } from './screen-sender.ts';
import { shapeSdp } from './shape-sdp.ts';
import { VoicePatience } from './voice-patience.ts';
import { VoiceLevel } from './voice-level.ts';
import { sendVoice } from './voice-sender.ts';

/** 'disconnected' often mends itself; then a broken link is mended this often, and made anew after so long. */
const MEND_AFTER_MS = 1_000;
export const MEND_EVERY_MS = 2_500;
const MEND_FOR_MS = 32_000;
/** An offer without an answer for so long was lost with somebody's line: the next attempt makes another. */
const OFFER_LOST_MS = 2_000;

export type Tracks = Record<TrackKind, MediaStreamTrack | null>;

interface LinkEvents {
	state(link: MeshLink): void;
	track(link: MeshLink, kind: TrackKind, track: MediaStreamTrack): void;
	note(link: MeshLink, note: LinkNote): void;
	/** The other side, which makes the offers, is to find a way anew. */
	askRestart(link: MeshLink): void;
	/** It cannot be mended, or the other side hung up. */
	ended(link: MeshLink): void;
}

interface LinkEnds {
	person: PersonId;
	/** The other side's signalling id. */
	id: string;
	/** One side calls, and makes every offer after the first too: offers that cross leave pictures frozen in Chromium. */
	isCaller: boolean;
	/** Whether voice and pictures may go out on it. */
	sends: boolean;
}

/** One PeerJS media connection, mended so that it is renegotiated and outlives a bad network. */
export class MeshLink {
	readonly ends: LinkEnds;
	readonly #media: PeerConnection;
	readonly #events: LinkEvents;
	readonly #meter = new LinkMeter();
	readonly #picture = new PictureSender();
	readonly #screen = new ScreenSender();
	readonly #level = new VoiceLevel();
	readonly #patience = new VoicePatience();
	readonly #tracks: Tracks;
	/** Aborted when the link is closed: what was still on its way then is not heard. */
	readonly #listening = new AbortController();
	#rung: Rung;
	#state: LinkState = 'connecting';
	#brokenAt = 0;
	#offeredAt = 0;
	#isOffering = false;
	#arrivedBefore: Promise<number> | null = null;
	#unsaid: LinkNote | null = null;
	#mending: ReturnType<typeof setInterval> | undefined;

	constructor(
		ends: LinkEnds,
		media: PeerConnection,
		sends: { tracks: Tracks; rung: Rung },
		events: LinkEvents
	) {
		this.ends = ends;
		this.#media = media;
		this.#tracks = { ...sends.tracks };
		this.#rung = sends.rung;
		this.#events = events;
		mendConnection(media, {
			isCaller: ends.isCaller,
			sends: ends.sends,
			opened: (connection) => this.#listen(connection),
			ready: () => this.#send(),
			channel: (channel) => this.#hearNotes(channel)
		});
	}

	get state(): LinkState {
		return this.#state;
	}

	/** Begins: the places for microphone, camera and screen are in the first offer, so turning one on needs no other. */
	open(peer: OpenPeer): void {
		if (!this.ends.isCaller) return this.#media.answer(new MediaStream(), { sdpTransform: shapeSdp });
		peer._addConnection(this.ends.id, this.#media);
		this.#media._negotiator?.startConnection({ _stream: new MediaStream(), originator: true });
	}

	owns(connectionId: string | undefined): boolean {
		return connectionId === this.#media.connectionId;
	}

	setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
		this.#tracks[kind] = track;
		this.#send();
	}

	setSend(rung: Rung): void {
		this.#rung = rung;
		this.#send();
	}

	/** What is told before the channel is open is said as soon as it is: by it the other side knows that it is sent a picture. */
	tell(note: LinkNote): void {
		const channel = this.#media.dataChannel;
		this.#unsaid = channel && takesNotes(channel) ? null : note;
		if (channel && !this.#unsaid) channel.send(JSON.stringify(note));
	}

	renew(iceServers: RTCIceServer[]): void {
		const connection = this.#media.peerConnection;
		connection?.setConfiguration({ ...connection.getConfiguration(), iceServers });
	}

	/** Finds a way between the two browsers anew; media go on while the old way still works. */
	restart(): void {
		if (!this.ends.isCaller) return this.#events.askRestart(this);
		const connection = this.#media.peerConnection;
		if (!connection || connection.signalingState === 'closed') return;
		// Both sides may ask at once: of two offers in flight, an answer would not say which it answers.
		const inFlight = this.#isOffering || connection.signalingState !== 'stable';
		if (inFlight && Date.now() - this.#offeredAt < OFFER_LOST_MS) return;
		this.#offeredAt = Date.now();
		this.#isOffering = true;
		connection.restartIce();
		void this.#media._negotiator?._makeOffer().finally(() => (this.#isOffering = false));
	}

	/** From now on it has to show that it still carries something. */
	doubt(): void {
		this.#arrivedBefore = this.#arrived();
	}

	/** Finds another way where the link is broken, or where nothing has come by it since it was doubted. */
	async mend(): Promise<void> {
		const before = this.#arrivedBefore;
		this.#arrivedBefore = null;
		if (this.#state === 'broken') return this.restart();
		if (before && (await this.#arrived()) <= (await before)) this.restart();
	}

	/** Takes an offer for the living connection, at which PeerJS would hang up. */
	async takeOffer(sdp: RTCSessionDescriptionInit): Promise<void> {
		if (this.ends.isCaller) return;
		await this.#media._negotiator?.handleSDP('OFFER', sdp);
	}

	async sample(): Promise<LinkSample | null> {
		const report = await this.#media.peerConnection?.getStats();
		if (!report) return null;
		const sample = this.#meter.read(report, { screen: this.#transceiver('screen')?.mid ?? null });
		const voice = this.#transceiver('microphone')?.receiver;
		if (voice) voice.jitterBufferTarget = this.#patience.hear(sample);
		return sample;
	}

	/** Both ends' certificates, see `link-certificates.ts`. */
	async certificates(): Promise<LinkCertificates | 'unequal' | null> {
		const connection = this.#media.peerConnection;
		return connection && this.#state === 'connected' ? certificatesOf(connection) : null;
	}

	loudness(): number {
		return this.#level.read(this.#transceiver('microphone')?.receiver, performance.now());
	}

	close(): void {
		this.#listening.abort();
		clearInterval(this.#mending);
		this.#picture.stop();
		this.#media.close();
	}

	#arrived(): Promise<number> {
		const connection = this.#media.peerConnection;
		return connection ? bytesArrived(connection) : Promise.resolve(0);
	}

	#listen(connection: RTCPeerConnection): void {
		connection.oniceconnectionstatechange = () => this.#hearState(connection);
		connection.onconnectionstatechange = () => this.#hearState(connection);
		connection.ontrack = ({ track, transceiver }) => {
			const kind = TRACK_KINDS[connection.getTransceivers().indexOf(transceiver)];
			if (kind) this.#events.track(this, kind, track);
		};
	}

	#hearNotes(channel: RTCDataChannel): void {
		const { signal } = this.#listening;
		const hear = ({ data }: MessageEvent<unknown>) => {
			const note = parseLinkNote(data);
			if (note) this.#events.note(this, note);
		};
		channel.addEventListener('message', hear, { signal });
		channel.addEventListener('open', () => this.#unsaid && this.tell(this.#unsaid), { signal });
		// On a sound link, a channel that closes is a goodbye.
		const hearGoodbye = () => this.#state === 'connected' && this.#events.ended(this);
		channel.addEventListener('close', hearGoodbye, { signal });
	}

	#hearState({ iceConnectionState, connectionState }: RTCPeerConnection): void {
		if (connectionState === 'connected') this.#become('connected');
		else if (connectionState === 'failed' || /failed|disconnected/.test(iceConnectionState)) {
			this.#become('broken');
		}
	}

	#become(state: LinkState): void {
		if (state === this.#state) return;
		this.#state = state;
		clearInterval(this.#mending);
		if (state === 'broken') {
			this.#brokenAt = Date.now();
			this.#mending = setInterval(() => this.#tryToMend(), MEND_EVERY_MS);
			setTimeout(() => this.#state === 'broken' && this.ends.isCaller && this.restart(), MEND_AFTER_MS);
		}
		if (state === 'connected') this.#send();
		const lostItsNotes = state === 'connected' && this.#media.dataChannel?.readyState === 'closed';
		if (lostItsNotes) this.#events.ended(this);
		else this.#events.state(this);
	}

	#tryToMend(): void {
		if (Date.now() - this.#brokenAt > MEND_FOR_MS) this.#events.ended(this);
		else this.restart();
	}

	#send(): void {
		if (!this.ends.sends) return;
		const rung = this.#rung;
		const microphone = this.#transceiver('microphone')?.sender;
		const camera = this.#transceiver('camera')?.sender;
		const screen = this.#transceiver('screen')?.sender;
		const kbps = rung === 'voice' ? VOICE_KBPS.thrifty : VOICE_KBPS.usual;
		const spoken = rung !== 'text' ? this.#tracks.microphone : null;
		if (microphone) void sendVoice(microphone, spoken, kbps);
		if (camera) this.#picture.send(camera, this.#tracks.camera, rung);
		if (screen) this.#screen.send(screen, this.#tracks.screen, rung);
	}

	#transceiver(kind: TrackKind): RTCRtpTransceiver | undefined {
		return this.#media.peerConnection?.getTransceivers()[TRACK_KINDS.indexOf(kind)];
	}
}
