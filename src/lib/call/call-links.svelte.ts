import { SvelteMap } from 'svelte/reactivity';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Means, Seat } from '#lib/domain/room.ts';
import { BEAT_MS } from './call-pulse.ts';
import { Gaze } from './gaze.svelte.ts';
import { Ladder, type Heard } from './ladder.ts';
import type { Proof } from './group-code.ts';
import type { LinkNote } from './link-note.ts';
import type { MediaTransport, TransportEvents } from './media-transport.ts';
import { PeerMedia } from './peer-media.svelte.ts';
import { bestRung, hasPicture, lesser, type Rung } from './rungs.ts';
import { Strain } from './strain.ts';
import { ToldNotes } from './told-notes.ts';

/** A device is judged by itself, whatever the links are like. */
const AT_EASE: Heard = { loss: null, roundTripMs: null, availableKbps: null, limitedBy: 'none', gaps: 0 };

interface LinkOwner {
	seats(): Seat[];
	means(): Means;
	/** Whether my camera is on and may be shown. */
	showsFace(): boolean;
	/** Whether my screen is before the group. */
	showsScreen(): boolean;
	/** My part in finding the group's four words. */
	proof(): Proof | null;
	speakerId(): string | null;
}

/** Everyone I am linked with: what each is sent, and what each is asked for. */
export class CallLinks {
	readonly peers = new SvelteMap<PersonId, PeerMedia>();
	readonly gaze: Gaze;
	/** The most that this device can take from each of them, as it keeps up. */
	taking = $state<Rung>('360p');
	readonly #taking = new Ladder('360p');
	readonly #strain = new Strain(BEAT_MS);
	readonly #owner: LinkOwner;
	readonly #sent: Record<PersonId, string> = {};
	readonly #told = new ToldNotes();

	constructor(owner: LinkOwner) {
		this.#owner = owner;
		this.gaze = new Gaze(owner.seats);
	}

	/** What a transport's events do here. A note or a track that arrives after its link ended brings nobody back. */
	readonly events: Pick<TransportEvents, 'link' | 'track' | 'note'> = {
		link: (person, state) => {
			if (state === null) return this.#remove(person);
			this.#peer(person).link = state;
			if (state === 'connected') this.#beginAnew(person);
		},
		track: (person, kind, track) => this.peers.get(person)?.takeTrack(kind, track, this.#owner.speakerId()),
		note: (person, note) => this.peers.get(person)?.takeNote(note)
	};

	/** Looks at how every link did, lets its ladder decide, and tells the others what arrived. */
	async sample(transport: MediaTransport): Promise<void> {
		for (const [person, sample] of await transport.sample()) {
			const peer = this.peers.get(person);
			if (!peer) continue;
			peer.ladder.best = bestRung(this.peers.size + 1);
			peer.takeSample(sample);
			const note = this.#told.worthSaying(person, this.#noteFor(peer));
			if (note) transport.tell(person, note);
		}
		this.#easeTheDevice();
	}

	/** Sends each person what the link, they and I want, where that changed. */
	apply(transport: MediaTransport): void {
		const observers = this.#owner.seats().filter(({ place }) => place === 'observer');
		for (const peer of this.peers.values()) {
			peer.hush(observers.some(({ person }) => person === peer.person));
			const note = this.#noteFor(peer);
			const rung = this.#rungFor(peer);
			const key = `${rung} ${note.most} ${note.picture}`;
			if (this.#sent[peer.person] === key) continue;
			this.#sent[peer.person] = key;
			transport.setSend(peer.person, rung);
			transport.tell(peer.person, note);
		}
	}

	/** Several times a second: notices when this device cannot keep up. */
	beat(at: number, hidden: boolean): void {
		this.gaze.hidden = hidden;
		this.#strain.beat(at, hidden);
	}

	hearLevels(levels: Map<PersonId, number>, at: number): void {
		for (const [person, level] of levels) {
			const peer = this.peers.get(person);
			const spoke = peer?.speaking;
			peer?.hearLevel(level, at);
			if (peer?.speaking && !spoke) this.gaze.noteSpeaker(person);
		}
	}

	/** Whether any link carries media now. */
	get anyConnected(): boolean {
		return this.#connected.length > 0;
	}

	/** Whether the browser waits for a tap before it plays what it should. */
	get soundBlocked(): boolean {
		return [...this.peers.values()].some((peer) => peer.blocked);
	}

	/** How many of those who want my voice have it, by their own receipts; null while nobody could. */
	get heardBy(): { people: number; of: number } | null {
		return counted(
			this.#connected.filter(({ note }) => note?.most !== 'text'),
			'hearsMe'
		);
	}

	get seenBy(): { people: number; of: number } | null {
		return counted(
			this.#connected.filter(({ note }) => hasPicture(note?.most ?? '360p')),
			'seesMe'
		);
	}

	/** What the links alone leave me, when it is less than all. */
	automatic(cameraOn: boolean): 'voice' | 'text' | null {
		const rungs = this.#connected.map(({ rung }) => rung);
		if (rungs.length === 0) return null;
		if (rungs.every((rung) => rung === 'text')) return 'text';
		return cameraOn && !rungs.some(hasPicture) ? 'voice' : null;
	}

	/** The one tap back from what the links alone brought about. */
	tryAgain(): void {
		for (const peer of this.peers.values()) peer.tryAgain();
	}

	/** From the person's tap: browsers play nothing before it, and phones stop after a phone call. */
	turnSoundOn(): void {
		for (const peer of this.peers.values()) peer.playVoice();
	}

	playOn(speakerId: string): void {
		for (const peer of this.peers.values()) peer.playOn(speakerId);
	}

	end(): void {
		for (const person of [...this.peers.keys()]) this.#remove(person);
	}

	get #connected(): PeerMedia[] {
		return [...this.peers.values()].filter(({ link }) => link === 'connected');
	}

	#peer(person: PersonId): PeerMedia {
		const known = this.peers.get(person);
		if (known) return known;
		const peer = new PeerMedia(person, bestRung(this.peers.size + 2));
		this.peers.set(person, peer);
		return peer;
	}

	#remove(person: PersonId): void {
		this.peers.get(person)?.end();
		this.peers.delete(person);
		this.#beginAnew(person);
	}

	/** They know nothing of me yet. */
	#beginAnew(person: PersonId): void {
		delete this.#sent[person];
		this.#told.forget(person);
	}

	/** A device that suffers is sent less, step by step, as a link would be; voices stay. */
	#easeTheDevice(): void {
		const pictures = this.#connected.filter(({ note }) => note?.picture === 'moving');
		const strained = this.#strain.take(pictures.flatMap(({ sample }) => sample ?? []));
		this.taking = this.#taking.hear({ ...AT_EASE, limitedBy: strained ? 'cpu' : 'none' });
	}

	#rungFor(peer: PeerMedia): Rung {
		const wanted = lesser(peer.rung, peer.note?.most ?? '360p');
		// A screen needs the uplink more than a face does.
		if (this.#owner.showsScreen()) return lesser(wanted, '180p');
		return this.#owner.showsFace() ? wanted : lesser(wanted, 'voice');
	}

	#noteFor(peer: PeerMedia): LinkNote {
		const rung = this.#rungFor(peer);
		const picture = hasPicture(rung) ? (rung === 'still' ? 'still' : 'moving') : 'none';
		return {
			hears: peer.sample?.hears ?? false,
			sees: (peer.sample?.frames ?? 0) > 0,
			gaps: Math.round((peer.sample?.gaps ?? 0) * 100) / 100,
			most: this.#mostFrom(peer),
			picture: this.#owner.showsFace() ? picture : 'none',
			proof: this.#owner.proof() ?? undefined
		};
	}

	#mostFrom(peer: PeerMedia): Rung {
		const means = this.#owner.means();
		if (means === 'text') return 'text';
		return means !== 'voice' && this.gaze.isOn(peer.person, this.peers.size + 1) ? this.taking : 'voice';
	}
}

function counted(
	peers: readonly PeerMedia[],
	has: 'hearsMe' | 'seesMe'
): { people: number; of: number } | null {
	return peers.length ? { people: peers.filter((peer) => peer[has]).length, of: peers.length } : null;
}
