import type { Carrier, FromSfu, ToSfu } from '../../src/lib/protocol/sfu-protocol.ts';
import type { Sfu } from '../sfu/sfu.ts';
import type { SfuRoom } from '../sfu/sfu-room.ts';
import type { Caller } from './signal-connection.ts';

/** After the SFU died in a room, the room stays in the mesh for a while, twice as long each time. */
const REST_MS = 30_000;

export interface SfuRules {
	sfu: Sfu;
	/** A room of more people than this moves to the SFU. */
	above: number;
}

interface Surroundings {
	/** Who is connected, now. */
	callers(): Caller[];
	mayReach(one: Caller, other: Caller): boolean;
	tell(id: string, message: FromSfu): void;
	/** The way has changed: everyone is to know. */
	moved(): void;
	failed(error: unknown): void;
}

/** By which way one room's media travel. It moves to the SFU when it has grown, and back only when the SFU is gone. */
export class Carriage {
	readonly #rules: SfuRules | null;
	readonly #around: Surroundings;
	/** Who can take part through the SFU. */
	readonly #able = new WeakSet<Caller>();
	/** Who has media in the SFU: they may outlive a socket, as links of the mesh do. */
	readonly #inside = new Map<string, Caller>();
	#room: SfuRoom | null = null;
	#isOpening = false;
	#falls = 0;
	#restsUntil = 0;
	#isClosed = false;
	epoch = 1;

	constructor(rules: SfuRules | null, around: Surroundings) {
		this.#rules = rules;
		this.#around = around;
	}

	get carrier(): Carrier {
		return this.#room ? 'sfu' : 'mesh';
	}

	/** A browser that cannot is none whose room moves. */
	can(caller: Caller): void {
		this.#able.add(caller);
		this.consider();
	}

	/** Moves the room when it is time: called whenever somebody comes, or the SFU does. */
	consider(): void {
		const { sfu, above } = this.#rules ?? {};
		const callers = this.#around.callers();
		if (!sfu?.isUp || above === undefined || this.#room || this.#isOpening || this.#isClosed) return;
		if (callers.length <= above || !callers.every((caller) => this.#able.has(caller))) return;
		const rest = this.#restsUntil - Date.now();
		if (rest > 0) return void setTimeout(() => this.consider(), rest).unref();
		this.#isOpening = true;
		void this.#open(sfu);
	}

	hear(caller: Caller, message: ToSfu): void {
		// What was sent before the news of the SFU's end had come.
		if (!this.#room) return;
		this.#inside.set(caller.id, caller);
		this.#room.hear(caller.id, message);
	}

	/** Ends the media of whom this is true of, and returns them. */
	end(isOver: (caller: Caller) => boolean): Caller[] {
		const ended = [...this.#inside.values()].filter(isOver);
		for (const { id } of ended) {
			this.#inside.delete(id);
			this.#room?.leave(id);
		}
		return ended;
	}

	/** The sign-in of somebody inside got a new token. */
	rename(signIn: string, became: string): void {
		for (const caller of this.#inside.values()) if (caller.signIn === signIn) caller.signIn = became;
	}

	/** Who may reach whom has changed. */
	regroup(): void {
		this.#room?.regroup();
	}

	/** The SFU is there, or is gone: then the room is back in the mesh. */
	sfuChanged(isUp: boolean): void {
		if (isUp) return this.consider();
		if (!this.#room) return;
		this.#room.close();
		this.#room = null;
		this.#inside.clear();
		this.#restsUntil = Date.now() + REST_MS * 2 ** this.#falls++;
		this.epoch += 1;
		this.#around.moved();
	}

	close(): void {
		this.#isClosed = true;
		this.#room?.close();
		this.#room = null;
	}

	async #open(sfu: Sfu): Promise<void> {
		try {
			const room = await sfu.openRoom({
				mayReach: (one, other) => {
					const [from, to] = [this.#inside.get(one), this.#inside.get(other)];
					return from !== undefined && to !== undefined && this.#around.mayReach(from, to);
				},
				tell: (id, message) => this.#around.tell(id, message),
				failed: (error) => this.#around.failed(error)
			});
			if (this.#isClosed || !sfu.isUp) return room.close();
			this.#room = room;
			this.epoch += 1;
			this.#around.moved();
		} catch (error) {
			this.#restsUntil = Date.now() + REST_MS;
			this.#around.failed(error);
		} finally {
			this.#isOpening = false;
		}
	}
}
