import { newId } from '../../../src/lib/domain/ids.ts';
import { presenceMessage } from '../../../src/lib/protocol/messages.ts';
import { cookieOf } from '../../support/test-sign-ins.ts';
import type { Dialect } from './dialect.ts';
import { Frames } from './frames.ts';
import { LoadSocket } from './socket.ts';
import { cursorState, nowMicros, readStamps, strokeStamp } from './stamp.ts';
import { STROKE_CLOCKS, strokeMessage } from './stroke.ts';
import type { Tally } from './tally.ts';

/** One person in a room: moves a cursor, and may draw. */
export class Person {
	readonly opened: Promise<void>;
	readonly #number: number;
	readonly #document: string;
	readonly #dialect: Dialect;
	readonly #tally: Tally;
	readonly #socket: LoadSocket;
	readonly #frames: Frames | null;
	readonly #client: number;
	readonly #sentAt: number[];
	#unread: Buffer | null = null;
	#acknowledged = 0;
	#presenceClock = 0;
	#clock = 0;

	constructor(
		who: { number: number; document: string; draws: boolean },
		{ port, dialect, tally }: { port: number; dialect: Dialect; tally: Tally }
	) {
		this.#number = who.number;
		this.#document = who.document;
		this.#dialect = dialect;
		this.#tally = tally;
		this.#client = 1_000_000 + who.number;
		this.#frames = who.draws ? new Frames() : null;
		this.#sentAt = Array<number>(dialect.countedInHello).fill(NaN);
		const opened = Promise.withResolvers<void>();
		this.opened = opened.promise;
		this.#socket = new LoadSocket(
			{ port, path: dialect.path(who.document), cookie: cookieOf(newId<'person'>()) },
			{
				open: () => {
					for (const message of dialect.hello(who.document)) this.#socket.send(message);
					opened.resolve();
				},
				bytes: (chunk) => this.#hear(chunk),
				closed: () => tally.closed++
			}
		);
	}

	moveCursor(): void {
		const json = cursorState(this.#number);
		this.#send(presenceMessage([{ client: this.#client, clock: ++this.#presenceClock, json }]));
	}

	draw(): void {
		this.#sentAt.push(nowMicros());
		this.#send(strokeMessage(this.#client, this.#clock, strokeStamp(this.#number)));
		this.#clock += STROKE_CLOCKS;
	}

	#send(message: Uint8Array): void {
		this.#socket.send(this.#dialect.wrap(this.#document, message));
	}

	#hear(chunk: Buffer): void {
		const bytes = this.#unread ? Buffer.concat([this.#unread, chunk]) : chunk;
		const now = nowMicros();
		const read = readStamps(bytes, (isStroke, sender, sentMicros) => {
			if (sender !== this.#number) this.#tally.delivered(isStroke, (now - sentMicros) / 1000);
		});
		this.#unread = read < bytes.length ? Buffer.from(bytes.subarray(read)) : null;
		for (const frame of this.#frames?.take(chunk) ?? []) this.#hearAcknowledgement(frame, now);
	}

	#hearAcknowledgement(frame: Buffer, now: number): void {
		const count = this.#dialect.acknowledged(frame, this.#acknowledged);
		if (count === null) return;
		for (; this.#acknowledged < count; this.#acknowledged++) {
			const sentAt = this.#sentAt[this.#acknowledged];
			if (sentAt) this.#tally.acknowledged.add((now - sentAt) / 1000);
		}
	}
}
