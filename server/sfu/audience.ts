import * as v from 'valibot';
import type { Place } from '../../src/lib/protocol/sfu-protocol.ts';
import type { TrackKind } from '../../src/lib/protocol/track-kind.ts';
import type { Answer, JanusClient, JanusHandle } from './janus-client.ts';
import type { FeedStream } from './feed.ts';
import type { RoomKeys } from './janus-room.ts';

const Stream = v.looseObject({
	mid: v.string(),
	active: v.optional(v.boolean()),
	feed_id: v.optional(v.string()),
	feed_mid: v.optional(v.string())
});
const Streams = v.object({ streams: v.array(Stream) });
type Stream = v.InferOutput<typeof Stream>;

export interface Offer {
	sdp: string;
	turn: number;
	places: Place[];
}

interface AudienceOptions {
	offered(offer: Offer): void;
	/** What a place of a person's feed holds. */
	kindOf(id: string, mid: string): TrackKind | undefined;
}

/** What one person receives: the others whom they may see and hear. One description is on its way at a time. */
export class Audience {
	readonly #client: JanusClient;
	readonly #room: RoomKeys;
	readonly #options: AudienceOptions;
	#handle: JanusHandle | null = null;
	#places: Place[] = [];
	/** Whose pictures are wanted; all, until the person says. */
	#pictures: ReadonlySet<string> | null = null;
	/** Places whose pictures are held back now. */
	readonly #held = new Set<string>();
	#turn = 0;
	#isOpen = false;
	#awaitsAnswer = false;
	onlost: (() => void) | null = null;

	constructor(client: JanusClient, room: RoomKeys, options: AudienceOptions) {
		this.#client = client;
		this.#room = room;
		this.#options = options;
	}

	/** Makes what is received the feeds of these ids. Does nothing while an answer is awaited: ask again after it. */
	async follow(feeds: ReadonlyMap<string, FeedStream[]>): Promise<void> {
		if (this.#awaitsAnswer) return;
		const have = new Set(this.#places.map(({ id }) => id));
		const more = [...feeds].flatMap(([id, streams]) => (have.has(id) ? [] : streams));
		const gone = this.#places.filter(({ id }) => !feeds.has(id)).map(({ mid }) => ({ sub_mid: mid }));
		if (more.length === 0 && gone.length === 0) return;
		if (this.#handle) {
			const change = {
				...(more.length ? { subscribe: more } : {}),
				...(gone.length ? { unsubscribe: gone } : {})
			};
			this.#offer(await this.#handle.message({ request: 'update', ...change }));
			return;
		}
		const join = { request: 'join', ptype: 'subscriber', ...this.#room, autoupdate: false, streams: more };
		const { handle, answer } = await this.#client.enter(join);
		this.#handle = handle;
		handle.onhangup = () => this.onlost?.();
		this.#offer(answer);
	}

	/** The browser's answer to the offer of this number; an answer to an older one says nothing. */
	async answer(sdp: string, turn: number): Promise<void> {
		if (!this.#handle || !this.#awaitsAnswer || turn !== this.#turn) return;
		this.#awaitsAnswer = false;
		await this.#handle.message({ request: 'start' }, { type: 'answer', sdp, e2ee: true });
		this.#isOpen = true;
		await this.#holdPictures();
	}

	async wantPictures(ids: readonly string[]): Promise<void> {
		this.#pictures = new Set(ids);
		await this.#holdPictures();
	}

	/** Lets a way be found anew. */
	async restart(): Promise<void> {
		if (!this.#handle || this.#awaitsAnswer) return;
		this.#offer(await this.#handle.message({ request: 'configure', restart: true }));
	}

	async candidate(candidate: object): Promise<void> {
		await this.#handle?.trickle(candidate);
	}

	async end(): Promise<void> {
		const handle = this.#handle;
		this.#handle = null;
		await handle?.detach();
	}

	#offer({ data, jsep }: Answer): void {
		const known = v.safeParse(Streams, data);
		if (known.success) this.#places = known.output.streams.flatMap((stream) => this.#placeOf(stream));
		if (jsep?.type !== 'offer') return;
		this.#awaitsAnswer = true;
		this.#options.offered({ sdp: jsep.sdp, turn: ++this.#turn, places: this.#places });
	}

	async #holdPictures(): Promise<void> {
		if (!this.#handle || !this.#isOpen) return;
		const faces = this.#places.filter(({ kind }) => kind === 'camera');
		const isHeld = ({ id }: Place) => this.#pictures !== null && !this.#pictures.has(id);
		const changed = faces.filter((place) => isHeld(place) !== this.#held.has(place.mid));
		if (changed.length === 0) return;
		for (const place of changed) {
			if (isHeld(place)) this.#held.add(place.mid);
			else this.#held.delete(place.mid);
		}
		const streams = changed.map((place) => ({ mid: place.mid, send: !isHeld(place) }));
		await this.#handle.message({ request: 'configure', streams });
	}

	#placeOf({ mid, feed_id: id, feed_mid, active }: Stream): Place[] {
		const kind = id !== undefined && active !== false ? this.#options.kindOf(id, feed_mid ?? '') : undefined;
		return kind && id !== undefined ? [{ mid, id, kind }] : [];
	}
}
