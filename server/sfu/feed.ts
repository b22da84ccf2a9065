import type { Description, JanusClient, JanusHandle } from './janus-client.ts';
import { JanusError } from './janus-client.ts';
import { TRACK_KINDS, type TrackKind } from '../../src/lib/protocol/track-kind.ts';
import type { RoomKeys } from './janus-room.ts';

/** A place of a feed, as Janus names it. */
export interface FeedStream {
	feed: string;
	mid: string;
}

/** What one person sends into a room. */
export class Feed {
	readonly id: string;
	readonly #client: JanusClient;
	readonly #room: RoomKeys;
	#handle: JanusHandle | null = null;
	/** The places (mid) of its offer, in order. */
	#places: string[] = [];
	/** Janus lost the browser. */
	onlost: (() => void) | null = null;

	constructor(client: JanusClient, room: RoomKeys, id: string) {
		this.#client = client;
		this.#room = room;
		this.id = id;
	}

	get isThere(): boolean {
		return this.#handle !== null;
	}

	/** What of it others may receive: one place a kind, whatever else was offered. */
	get streams(): FeedStream[] {
		return this.#places.slice(0, TRACK_KINDS.length).map((mid) => ({ feed: this.id, mid }));
	}

	/** What a place of its offer holds. */
	kindOf(mid: string): TrackKind | undefined {
		return TRACK_KINDS[this.#places.indexOf(mid)];
	}

	/** Takes an offer, the first or a later one, and gives the answer. */
	async offer(sdp: string): Promise<string> {
		this.#places = [...sdp.matchAll(/^a=mid:(\S+)/gm)].map(([, mid = '']) => mid);
		const jsep: Description & { e2ee: true } = { type: 'offer', sdp, e2ee: true };
		if (this.#handle) return answerIn(await this.#handle.message({ request: 'configure' }, jsep));
		const { room, pin } = this.#room;
		const join = { request: 'joinandconfigure', ptype: 'publisher', room, pin, id: this.id };
		const { handle, answer } = await this.#client.enter(join, jsep);
		this.#handle = handle;
		handle.onhangup = () => this.onlost?.();
		return answerIn(answer);
	}

	async candidate(candidate: object): Promise<void> {
		await this.#handle?.trickle(candidate);
	}

	async end(): Promise<void> {
		const handle = this.#handle;
		this.#handle = null;
		await handle?.detach();
	}
}

function answerIn({ jsep }: { jsep: Description | null }): string {
	if (jsep?.type !== 'answer') throw new JanusError('Janus gave no answer.');
	return jsep.sdp;
}
