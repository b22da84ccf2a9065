import type { PersonId } from '#lib/domain/ids.ts';
import type { IceServer, MediaTicket, Reachable } from '#lib/protocol/media-ticket.ts';
import type { LinkNote } from './link-note.ts';
import type { LinkSample } from './link-sample.ts';
import { mediaConnectionClass, type MediaConnectionClass } from './media-connection-class.ts';
import type { TrackKind } from '#lib/protocol/track-kind.ts';
import type { Certificates, TransportEvents } from './media-transport.ts';
import { MeshLink, type Tracks } from './mesh-link.ts';
import type { PeerConnection, PeerMessage } from './peerjs.ts';
import type { Rung } from './rungs.ts';
import { shapeSdp } from './shape-sdp.ts';
import type { SignalLine } from './signal-line.ts';

/** After a link ended, who left has time to say so before the link is made again. */
const REDIAL_MS = 800;
/** What a link sends before its owner says otherwise. */
const AT_FIRST: Rung = '270p';

type MeshEvents = Pick<TransportEvents, 'link' | 'track' | 'note'>;

/** Every browser linked with every other, over PeerJS and our signalling. */
export class Mesh {
	readonly #events: MeshEvents;
	readonly #links = new Map<PersonId, MeshLink>();
	readonly #sending = new Map<PersonId, Rung>();
	readonly #tracks: Tracks;
	readonly #line: SignalLine;
	/** My id in this call, and whether anything of mine may ever go out. */
	readonly #me: string;
	readonly #sends: boolean;
	readonly #MediaConnection: MediaConnectionClass;
	#reachable: readonly Reachable[] = [];
	/** Whether who can be reached is linked with: not once the SFU carries the media. */
	#isNeeded = true;
	#redial: ReturnType<typeof setTimeout> | undefined;
	#left = false;

	constructor(line: SignalLine, me: Pick<MediaTicket, 'id' | 'sends'>, tracks: Tracks, events: MeshEvents) {
		this.#line = line;
		this.#me = me.id;
		this.#sends = me.sends;
		this.#tracks = { ...tracks };
		this.#events = events;
		this.#MediaConnection = mediaConnectionClass(line.peer);
		line.peer.on('call', (connection) => this.#answer(connection));
	}

	setTrack(kind: TrackKind, track: MediaStreamTrack | null): void {
		this.#tracks[kind] = track;
		for (const link of this.#links.values()) link.setTrack(kind, track);
	}

	setSend(person: PersonId, rung: Rung): void {
		this.#sending.set(person, rung);
		this.#links.get(person)?.setSend(rung);
	}

	tell(person: PersonId, note: LinkNote): void {
		this.#links.get(person)?.tell(note);
	}

	renew(iceServers: IceServer[]): void {
		for (const link of this.#links.values()) link.renew(iceServers);
	}

	restart(): void {
		for (const link of this.#links.values()) link.restart();
	}

	async sample(): Promise<Map<PersonId, LinkSample>> {
		const samples = new Map<PersonId, LinkSample>();
		for (const [person, link] of [...this.#links]) {
			const sample = await link.sample();
			if (sample) samples.set(person, sample);
		}
		return samples;
	}

	loudness(): Map<PersonId, number> {
		return new Map([...this.#links].map(([person, link]) => [person, link.loudness()]));
	}

	async certificates(): Promise<Certificates | 'unequal' | null> {
		const theirs = new Map<PersonId, string>();
		let mine: string | null = null;
		for (const [person, link] of [...this.#links]) {
			const ends = await link.certificates();
			if (ends === 'unequal' || (ends && mine && ends.mine !== mine)) return 'unequal';
			if (!ends) continue;
			mine = ends.mine;
			theirs.set(person, ends.theirs);
		}
		return mine ? { mine, theirs } : null;
	}

	/** Who can be reached now. While the mesh is not needed, links that there are live on, and no others are made. */
	reach(reachable: readonly Reachable[], isNeeded: boolean): void {
		this.#reachable = reachable;
		this.#isNeeded = isNeeded;
		this.#linkUp();
	}

	/** The device is on another network: a link that seems sound may be so no more. */
	doubt(): void {
		for (const link of this.#links.values()) link.doubt();
	}

	/** The line is there again. */
	mend(): void {
		for (const link of this.#links.values()) void link.mend();
	}

	/** Ends a link that both sides have no need of any more. */
	retire(person: PersonId): void {
		const link = this.#links.get(person);
		if (link) this.#drop(link);
	}

	close(): void {
		this.#left = true;
		clearTimeout(this.#redial);
		for (const link of [...this.#links.values()]) this.#drop(link);
	}

	/** Takes the messages that PeerJS does not know, or would answer by hanging up. */
	hear(message: PeerMessage): boolean {
		if (message.type === 'LEAVE') {
			const link = this.#linkOf(message.src);
			if (link) this.#end(link, false);
			return true;
		}
		if (message.type === 'RESTART') {
			const link = this.#linkOf(message.src);
			if (link?.ends.isCaller) link.restart();
			return true;
		}
		if (message.type !== 'OFFER') return false;
		const known = this.#reachable.find(({ id }) => id === message.src);
		// Only media, and only from somebody whom the server has named.
		if (!known || message.payload?.type !== 'media') return true;
		const link = this.#links.get(known.person);
		if (!link?.owns(message.payload.connectionId) || !message.payload.sdp) return false;
		void link.takeOffer(message.payload.sdp);
		return true;
	}

	/** Links with everyone who can be reached: of two, the one with the greater id calls. */
	#linkUp(): void {
		if (this.#left || !this.#isNeeded || !this.#line.peer.open) return;
		for (const { person, id } of this.#reachable) {
			const link = this.#links.get(person);
			if (id === this.#me || link?.ends.id === id) continue;
			// The same person under a new id has loaded the page anew.
			if (link) this.#drop(link);
			if (this.#me > id) {
				const media = new this.#MediaConnection(id, this.#line.peer, { sdpTransform: shapeSdp });
				this.#open({ person, id, isCaller: true }, media);
			}
		}
	}

	#answer(media: PeerConnection): void {
		const caller = this.#reachable.find(({ id }) => id === media.peer);
		if (!caller || this.#left) return media.close();
		const before = this.#links.get(caller.person);
		if (before) this.#drop(before);
		this.#open({ ...caller, isCaller: false }, media);
	}

	#open(ends: Reachable & { isCaller: boolean }, media: PeerConnection): void {
		const rung = this.#sending.get(ends.person) ?? AT_FIRST;
		const link = new MeshLink(
			{ ...ends, sends: this.#sends },
			media,
			{ tracks: this.#tracks, rung },
			{
				state: ({ state }) => this.#events.link(ends.person, state),
				track: (_link, kind, track) => this.#events.track(ends.person, kind, track),
				note: (_link, note) => this.#events.note(ends.person, note),
				askRestart: () => this.#line.send({ type: 'RESTART', dst: ends.id }),
				ended: (ended) => this.#end(ended, true)
			}
		);
		this.#links.set(ends.person, link);
		this.#events.link(ends.person, 'connecting');
		link.open(this.#line.peer);
	}

	/** A link is over, and the other side must know it. Who is still there is linked with anew. */
	#end(link: MeshLink, tellThem: boolean): void {
		this.#drop(link);
		if (tellThem) this.#line.send({ type: 'LEAVE', dst: link.ends.id });
		clearTimeout(this.#redial);
		this.#redial = setTimeout(() => this.#linkUp(), REDIAL_MS);
	}

	#drop(link: MeshLink): void {
		link.close();
		const { person } = link.ends;
		if (this.#links.get(person) !== link) return;
		this.#links.delete(person);
		this.#events.link(person, null);
	}

	#linkOf(id: string | undefined): MeshLink | undefined {
		return [...this.#links.values()].find((link) => link.ends.id === id);
	}
}
