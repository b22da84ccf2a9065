import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import { leads } from '#lib/domain/group.ts';
import type { PersonId } from '#lib/domain/ids.ts';
import type { Means, Seat } from '#lib/domain/room.ts';
import type { LinkNote } from './link-note.ts';
import type { MediaTransport, Sending, TransportEvents } from './media-transport.ts';
import { PeerMedia } from './peer-media.svelte.ts';
import { bestRung, FACES_OF_ALL, hasPicture, lesser, type Rung } from './rungs.ts';

/** How many of the last speakers are seen in a large group, beside who leads. */
const SPEAKERS_SEEN = 2;

interface LinkOwner {
	seats(): Seat[];
	means(): Means;
	/** Whether my camera is on and may be shown. */
	showsFace(): boolean;
	speakerId(): string | null;
}

/** Everyone I am linked with: what each is sent, and what each is asked for. */
export class CallLinks {
	readonly peers = new SvelteMap<PersonId, PeerMedia>();
	/** Whose tiles cannot be seen on my screen now: what nobody looks at is not sent. */
	readonly #unseen = new SvelteSet<PersonId>();
	readonly #owner: LinkOwner;
	readonly #lastSpeakers: PersonId[] = [];
	readonly #sent: Record<PersonId, string> = {};

	constructor(owner: LinkOwner) {
		this.#owner = owner;
	}

	/** What a transport's events do here. */
	readonly events: Pick<TransportEvents, 'link' | 'track' | 'note'> = {
		link: (person, state) => {
			if (state === null) return this.#remove(person);
			this.#peer(person).link = state;
			if (state === 'connected') delete this.#sent[person];
		},
		track: (person, _kind, track) => this.#peer(person).takeTrack(track, this.#owner.speakerId()),
		note: (person, note) => this.#peer(person).takeNote(note)
	};

	/** Looks at how every link did, lets its ladder decide, and tells the others what arrived. */
	async sample(transport: MediaTransport): Promise<void> {
		for (const [person, sample] of await transport.sample()) {
			const peer = this.peers.get(person);
			if (!peer) continue;
			peer.ladder.best = bestRung(this.peers.size + 1);
			peer.takeSample(sample);
			transport.tell(person, this.#noteFor(peer));
		}
	}

	/** Sends each person what the link, they and I want, where that changed. */
	apply(transport: MediaTransport): void {
		for (const peer of this.peers.values()) {
			const note = this.#noteFor(peer);
			const sending: Sending = { rung: this.#rungFor(peer), voice: peer.note?.wantsVoice ?? true };
			const key = JSON.stringify([sending, note.wantsPicture, note.wantsVoice, note.picture]);
			if (this.#sent[peer.person] === key) continue;
			this.#sent[peer.person] = key;
			transport.setSend(peer.person, sending);
			transport.tell(peer.person, note);
		}
	}

	/** A tile came into view or went out of it. */
	look(person: PersonId, seen: boolean): void {
		if (seen) this.#unseen.delete(person);
		else this.#unseen.add(person);
	}

	hearLevels(levels: Map<PersonId, number>, at: number): void {
		for (const [person, level] of levels) {
			const peer = this.peers.get(person);
			const spoke = peer?.speaking;
			peer?.hearLevel(level, at);
			if (peer?.speaking && !spoke) this.#noteSpeaker(person);
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
			this.#connected.filter(({ note }) => note?.wantsVoice ?? true),
			'hearsMe'
		);
	}

	get seenBy(): { people: number; of: number } | null {
		return counted(
			this.#connected.filter(({ note }) => note?.wantsPicture ?? true),
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
		delete this.#sent[person];
	}

	#rungFor(peer: PeerMedia): Rung {
		const wanted = peer.note?.wantsPicture ?? true;
		const mine = this.#owner.means() === 'video' && wanted ? peer.rung : lesser(peer.rung, 'voice');
		return this.#owner.showsFace() ? mine : lesser(mine, 'voice');
	}

	#noteFor(peer: PeerMedia): LinkNote {
		const rung = this.#rungFor(peer);
		const picture = hasPicture(rung) ? (rung === 'still' ? 'still' : 'moving') : 'none';
		return {
			hears: peer.sample?.hears ?? false,
			sees: (peer.sample?.frames ?? 0) > 0,
			gaps: peer.sample?.gaps ?? 0,
			wantsVoice: this.#owner.means() !== 'text',
			wantsPicture: this.#wantsPictureOf(peer),
			picture: this.#owner.showsFace() ? picture : 'none'
		};
	}

	#wantsPictureOf(peer: PeerMedia): boolean {
		const means = this.#owner.means();
		const seat = this.#owner.seats().find(({ person }) => person === peer.person);
		if (this.#unseen.has(peer.person) || seat?.pictureStopped || (means !== 'video' && means !== 'listening'))
			return false;
		if (this.peers.size + 1 <= FACES_OF_ALL) return true;
		return leads(seat?.place ?? null) || this.#lastSpeakers.includes(peer.person);
	}

	#noteSpeaker(person: PersonId): void {
		const others = this.#lastSpeakers.filter((one) => one !== person);
		this.#lastSpeakers.splice(0, Infinity, person, ...others.slice(0, SPEAKERS_SEEN - 1));
	}
}

function counted(
	peers: readonly PeerMedia[],
	has: 'hearsMe' | 'seesMe'
): { people: number; of: number } | null {
	return peers.length ? { people: peers.filter((peer) => peer[has]).length, of: peers.length } : null;
}
