import type { PersonId } from '#lib/domain/ids.ts';
import { Refusal } from '#lib/domain/refusal.ts';
import type { IceServer, MediaTicket, Reachable } from '#lib/protocol/media-ticket.ts';
import type { Carrier, FromSfu } from '#lib/protocol/sfu-protocol.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import { canEncrypt } from './can-encrypt.ts';
import { FrameKeys } from './frame-keys.ts';
import { Handover } from './handover.ts';
import type { ToFrameWorker } from './frame-messages.ts';
import { parseLinkNote, type LinkNote } from './link-note.ts';
import type { LinkSample } from './link-sample.ts';
import type { Certificates, MediaTransport, TransportEvents } from './media-transport.ts';
import type { Tracks } from './mesh-link.ts';
import { Mesh } from './mesh.ts';
import { onNetworkChange } from './network-change.ts';
import { loadPeerJs, type PeerMessage } from './peerjs.ts';
import { parsePeers } from './peers-message.ts';
import { hasPicture, lesser, type Rung } from './rungs.ts';
import { SfuMedia } from './sfu-media.ts';
import { SignalLine } from './signal-line.ts';

const CERTIFICATE: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
const TOO_OLD =
	'This call is so large that it goes through a server, and your browser cannot keep it private on the way. A newer browser can. You can take part in writing: worksheets, chat and the board work as usual.';
/** Back in the mesh after the SFU died, voices go before faces for so long. */
const VOICE_FIRST_MS = 3_000;

/** The media of one call: in the mesh, through the SFU, and from one to the other without a gap. */
export class CallTransport implements MediaTransport {
	readonly #events: TransportEvents;
	readonly #tracks: Tracks = { microphone: null, camera: null, screen: null };
	readonly #handover: Handover;
	readonly #sending = new Map<PersonId, Rung>();
	/** Every id of this call, and whose it is: media outlive the line by which ids are told. */
	readonly #people = new Map<string, PersonId>();
	readonly #ids = new Map<PersonId, string>();
	/** Whose end was told, be it of one link or of their part in the call: the next PEERS says which. */
	readonly #leaving = new Set<string>();
	#epoch = 0;
	#config: RTCConfiguration = {};
	#sends = true;
	#line: SignalLine | null = null;
	#mesh: Mesh | null = null;
	#sfu: SfuMedia | null = null;
	#keys: FrameKeys | null = null;
	#worker: Worker | null = null;
	#isVoiceFirst = false;
	readonly #listening = new AbortController();
	#hasNewNetwork = false;
	#left = false;

	constructor(events: TransportEvents) {
		this.#events = events;
		this.#handover = new Handover({
			events,
			tellMoved: (person) => this.#line?.send({ type: 'MOVED', dst: this.#ids.get(person) }),
			retire: (person) => this.#mesh?.retire(person)
		});
	}

	async join(ticket: MediaTicket): Promise<void> {
		if (ticket.carrier === 'sfu' && !canEncrypt()) throw new Refusal('conflict', TOO_OLD);
		const peerJs = await loadPeerJs();
		if (this.#left) return;
		const certificate = await RTCPeerConnection.generateCertificate(CERTIFICATE);
		if (this.#left) return;
		this.#sends = ticket.sends;
		this.#config = {
			// One for all links of this join: it is what the others know me by.
			certificates: [certificate],
			iceServers: ticket.iceServers,
			iceTransportPolicy: ticket.relayOnly ? 'relay' : 'all',
			bundlePolicy: 'max-bundle'
		};
		this.#events.line('connecting');
		this.#line = new SignalLine(peerJs, ticket, this.#config, {
			state: (state) => {
				if (state === 'open') this.#opened();
				this.#events.line(state);
			},
			message: (message) => this.#hear(message)
		});
		this.#mesh = new Mesh(this.#line, ticket, this.#tracks, {
			...this.#handover.eventsOf('mesh'),
			note: (person, note) => this.#takeNote(person, note)
		});
		onNetworkChange(() => this.#changeNetwork(), this.#listening);
	}

	setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
		this.#tracks[kind] = track;
		this.#mesh?.setTrack(kind, track);
		this.#sfu?.setTrack(kind, track);
	}

	setSend(person: PersonId, rung: Rung): void {
		this.#sending.set(person, rung);
		this.#mesh?.setSend(person, this.#isVoiceFirst ? lesser(rung, 'voice') : rung);
		this.#sfu?.setSend(person, rung);
	}

	tell(person: PersonId, note: LinkNote): void {
		this.#sfu?.takePicture(person, hasPicture(note.most));
		if (this.#handover.hasMesh(person)) return this.#mesh?.tell(person, note);
		const dst = this.#ids.get(person);
		if (dst && this.#sfu) this.#line?.send({ type: 'NOTE', dst, payload: { note: JSON.stringify(note) } });
	}

	renew(iceServers: IceServer[]): void {
		this.#config.iceServers = iceServers;
		this.#mesh?.renew(iceServers);
		this.#sfu?.renew(iceServers);
	}

	restart(): void {
		this.#line?.wake();
		this.#mesh?.restart();
		this.#sfu?.restart();
	}

	async sample(): Promise<Map<PersonId, LinkSample>> {
		const [mesh, sfu] = await Promise.all([this.#mesh?.sample(), this.#sfu?.sample()]);
		return this.#handover.shown({ mesh: mesh ?? new Map(), sfu: sfu ?? new Map() });
	}

	loudness(): Map<PersonId, number> {
		const [mesh, sfu] = [this.#mesh?.loudness(), this.#sfu?.loudness()];
		return this.#handover.shown({ mesh: mesh ?? new Map(), sfu: sfu ?? new Map() });
	}

	/** Of the mesh, the certificates of its links; of the SFU, the keys that frames are sealed by. Null in between. */
	async certificates(): Promise<Certificates | 'unequal' | null> {
		const way = this.#handover.wayOfAll;
		if (way === 'mesh') return (await this.#mesh?.certificates()) ?? null;
		if (way === null || !this.#keys) return null;
		const { mine, theirs } = this.#keys.fingerprints;
		const people = [...theirs].flatMap(([id, print]): [PersonId, string][] => {
			const person = this.#people.get(id);
			return person && this.#sfu?.reaches(person) ? [[person, print]] : [];
		});
		return { mine, theirs: new Map(people) };
	}

	leave(): void {
		this.#left = true;
		this.#listening.abort();
		this.#handover.end();
		this.#line?.send({ type: 'LEAVE' });
		this.#sfu?.close();
		this.#sfu = null;
		this.#mesh?.close();
		this.#keys?.end();
		this.#worker?.terminate();
		this.#line?.close();
		this.#line = null;
	}

	/** Links are mended once the line is there by which the two sides tell each other how. */
	#changeNetwork(): void {
		this.#hasNewNetwork = true;
		this.#mesh?.doubt();
		this.#line?.reopen();
	}

	/** The line is open, for the first time or again. */
	#opened(): void {
		this.#mesh?.mend();
		if (this.#hasNewNetwork) this.#sfu?.restart();
		this.#hasNewNetwork = false;
		if (!canEncrypt()) return;
		this.#line?.send({ type: 'CAN', payload: { sfu: true } });
	}

	#hear(message: PeerMessage): boolean {
		const { type, src = '', payload } = message;
		const person = this.#people.get(src);
		if (type === 'PEERS') {
			this.#reach(parsePeers(payload));
			return true;
		}
		if (type === 'SFU') {
			this.#sfu?.hear(payload as unknown as FromSfu);
			return true;
		}
		if (type === 'KEY') {
			if (person) this.#keysNow()?.hear(src, payload);
			return true;
		}
		if (type === 'NOTE') {
			const note = parseLinkNote(payload?.note);
			if (person && note) this.#takeNote(person, note);
			return true;
		}
		if (type === 'MOVED') {
			if (person) this.#handover.hearMoved(person);
			return true;
		}
		if (type === 'LEAVE') this.#leaving.add(src);
		return this.#mesh?.hear(message) ?? false;
	}

	#reach({ peers, carrier, epoch }: { peers: Reachable[]; carrier: Carrier; epoch: number }): void {
		for (const { person, id } of peers) {
			this.#people.set(id, person);
			this.#ids.set(person, id);
		}
		const hasMoved = epoch !== this.#epoch;
		this.#epoch = epoch;
		if (carrier === 'mesh' && this.#sfu) this.#voiceFirst();
		// Links that are to replace the SFU begin before it is put away: nobody disappears in between.
		this.#mesh?.reach(peers, carrier === 'mesh');
		if (this.#sfu && (hasMoved || carrier === 'mesh')) this.#leaveSfu();
		if (carrier === 'sfu') this.#enterSfu();
		const ids = peers.map(({ id }) => id).filter((id) => id !== this.#line?.peer.id);
		if (carrier === 'sfu') this.#keysNow()?.reach(ids);
		for (const id of this.#leaving) if (!ids.includes(id)) this.#keys?.leave(id);
		this.#leaving.clear();
	}

	#enterSfu(): void {
		const worker = this.#workerNow();
		if (this.#sfu || !worker) return;
		this.#sfu = new SfuMedia(
			{
				// To the SFU there is no need of a relay: it is our own server that learns the address, which it knows.
				config: { ...this.#config, iceTransportPolicy: 'all' },
				worker,
				sends: this.#sends,
				events: this.#handover.eventsOf('sfu'),
				say: (payload) => this.#line?.send({ type: 'SFU', payload }),
				personOf: (id) => this.#people.get(id)
			},
			this.#tracks
		);
		for (const [person, rung] of this.#sending) this.#sfu.setSend(person, rung);
		this.#handover.begin();
	}

	#leaveSfu(): void {
		this.#handover.end();
		const sfu = this.#sfu;
		this.#sfu = null;
		sfu?.close();
	}

	#voiceFirst(): void {
		this.#isVoiceFirst = true;
		for (const [person, rung] of this.#sending) this.setSend(person, rung);
		setTimeout(() => {
			this.#isVoiceFirst = false;
			for (const [person, rung] of this.#sending) this.setSend(person, rung);
		}, VOICE_FIRST_MS);
	}

	#takeNote(person: PersonId, note: LinkNote): void {
		this.#sfu?.givesPicture(person, note.picture !== 'none');
		this.#events.note(person, note);
	}

	#keysNow(): FrameKeys | null {
		const worker = this.#workerNow();
		if (!worker) return null;
		this.#keys ??= new FrameKeys({
			tell: (dst, payload) => this.#line?.send({ type: 'KEY', dst, payload }),
			worker: (message: ToFrameWorker) => worker.postMessage(message)
		});
		return this.#keys;
	}

	#workerNow(): Worker | null {
		if (!canEncrypt() || this.#left) return null;
		this.#worker ??= new Worker(new URL('./frame-worker.ts', import.meta.url), { type: 'module' });
		return this.#worker;
	}
}
