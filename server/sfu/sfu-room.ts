import type { FromSfu, ToSfu } from '../../src/lib/protocol/sfu-protocol.ts';
import { Audience } from './audience.ts';
import { Feed } from './feed.ts';
import { InOrder } from '../in-order.ts';
import { JanusError } from './janus-client.ts';
import type { JanusRoom } from './janus-room.ts';

/** Janus's number for a feed that is not there (any more). */
const NO_SUCH_FEED = 428;
const ASK_AGAIN_MS = 200;
/** More than any browser has to say before Janus has answered (R33). */
const MOST_WAITING = 200;

export interface RoomOptions {
	/** Whether media may pass between two people, by their signalling ids; asked whenever anything changes. */
	mayReach(one: string, other: string): boolean;
	tell(id: string, message: FromSfu): void;
	/** A fault that is not the person's. */
	failed(error: unknown): void;
}

interface Participant {
	feed: Feed;
	audience: Audience;
	inOrder: InOrder;
	/** How much waits to be done. */
	waiting: number;
	/** Whether they only receive. */
	watches: boolean;
	/** Whom the person was last told to only receive. */
	toldOf: string;
}

/** One session's media in Janus: who sends into it, and whose feeds reach whom. Its browsers never speak to Janus. */
export class SfuRoom {
	readonly #room: JanusRoom;
	readonly #options: RoomOptions;
	readonly #participants = new Map<string, Participant>();
	#isClosed = false;

	constructor(room: JanusRoom, options: RoomOptions) {
		this.#room = room;
		this.#options = options;
	}

	/** Does what a person's browser asks for. */
	hear(id: string, message: ToSfu): void {
		if (message.act === 'end') return this.leave(id);
		this.#inOrder(id, async (participant) => {
			const { feed, audience } = participant;
			switch (message.act) {
				case 'enter':
					participant.watches = true;
					return this.regroup();
				case 'send': {
					const isNew = !feed.isThere;
					const sdp = await feed.offer(message.sdp);
					this.#options.tell(id, { act: 'sent', sdp });
					if (isNew) this.regroup();
					return;
				}
				case 'receive':
					await audience.answer(message.sdp, message.turn);
					return this.#follow(id, participant);
				case 'candidate':
					return (message.of === 'send' ? feed : audience).candidate(message.candidate);
				case 'pictures':
					return audience.wantPictures(message.of);
				case 'restart':
					return audience.restart();
			}
		});
	}

	/** Ends what a person sends and receives: at once, and by Janus itself. */
	leave(id: string): void {
		const participant = this.#participants.get(id);
		if (!participant) return;
		this.#participants.delete(id);
		void participant.inOrder.do(async () => {
			participant.feed.onlost = null;
			participant.audience.onlost = null;
			await Promise.allSettled([participant.feed.end(), participant.audience.end()]);
		});
		this.regroup();
	}

	/** Brings what everyone receives in line with who may reach whom now. */
	regroup(): void {
		for (const id of this.#participants.keys()) {
			this.#inOrder(id, (participant) => this.#follow(id, participant));
		}
	}

	close(): void {
		this.#isClosed = true;
		this.#participants.clear();
		// When Janus is gone, so is the room.
		this.#room.destroy().catch(() => undefined);
	}

	async #follow(id: string, participant: Participant): Promise<void> {
		const others = [...this.#participants].filter(
			([other]) => other !== id && this.#options.mayReach(id, other)
		);
		const watchers = others.filter(([, { watches }]) => watches).map(([other]) => other);
		this.#tellOfWatchers(id, participant, watchers);
		const feeds = others.filter(([, { feed }]) => feed.isThere);
		try {
			await participant.audience.follow(new Map(feeds.map(([other, { feed }]) => [other, feed.streams])));
		} catch (error) {
			if (!(error instanceof JanusError) || error.code !== NO_SUCH_FEED) throw error;
			// Somebody left in that moment: the others are asked for again.
			setTimeout(() => this.#inOrder(id, (one) => this.#follow(id, one)), ASK_AGAIN_MS).unref();
		}
	}

	#tellOfWatchers(id: string, participant: Participant, ids: string[]): void {
		const told = ids.sort().join();
		if (told === participant.toldOf) return;
		participant.toldOf = told;
		this.#options.tell(id, { act: 'watchers', ids });
	}

	#inOrder(id: string, act: (participant: Participant) => Promise<void>): void {
		if (this.#isClosed) return;
		const participant = this.#participants.get(id) ?? this.#enter(id);
		if (participant.waiting > MOST_WAITING) return this.#startOver(id, participant, null);
		participant.waiting += 1;
		participant.inOrder
			.do(async () => {
				participant.waiting -= 1;
				if (this.#participants.get(id) === participant) await act(participant);
			})
			.catch((error: unknown) => this.#startOver(id, participant, error));
	}

	#enter(id: string): Participant {
		const { client, keys } = this.#room;
		const participant: Participant = {
			feed: new Feed(client, keys, id),
			audience: new Audience(client, keys, {
				offered: (offer) => this.#options.tell(id, { act: 'offer', ...offer }),
				kindOf: (of, mid) => this.#participants.get(of)?.feed.kindOf(mid)
			}),
			inOrder: new InOrder(),
			waiting: 0,
			watches: false,
			toldOf: ''
		};
		const lost = () => this.#startOver(id, participant, null);
		participant.feed.onlost = lost;
		participant.audience.onlost = lost;
		this.#participants.set(id, participant);
		return participant;
	}

	/** What went wrong for one person is begun anew for them alone. */
	#startOver(id: string, participant: Participant, error: unknown): void {
		if (this.#isClosed || this.#participants.get(id) !== participant) return;
		if (error !== null && !(error instanceof JanusError)) this.#options.failed(error);
		this.leave(id);
		this.#options.tell(id, { act: 'again' });
	}
}
