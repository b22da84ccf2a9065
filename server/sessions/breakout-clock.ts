import type { SessionId } from '../../src/lib/domain/ids.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import { everyoneBack } from './commands/breakouts.ts';
import type { LiveRoom } from './room/live-room.ts';

/** Brings everyone back from the breakouts when their time is over, by the server's clock, also after a restart. */
export class BreakoutClock {
	readonly #now: Ground['now'];
	readonly #back: (room: LiveRoom) => void;
	readonly #watches = new Map<SessionId, NodeJS.Timeout>();
	#closed = false;

	/** `back` is told when everyone is back: who may reach whom has changed. */
	constructor({ now }: Pick<Ground, 'now'>, back: (room: LiveRoom) => void) {
		this.#now = now;
		this.#back = back;
	}

	/** Looks when the room's breakouts end, anew after whatever may have changed it. */
	watch(room: LiveRoom): void {
		clearTimeout(this.#watches.get(room.session.id));
		this.#watches.delete(room.session.id);
		const { open } = room.state;
		if (this.#closed || !open) return;
		const ring = () => void this.#ring(room).catch((error: unknown) => logFault('breakout clock', error));
		this.#watches.set(room.session.id, setTimeout(ring, Math.max(0, open.endsAt - this.#now())).unref());
	}

	close(): void {
		this.#closed = true;
		for (const watch of this.#watches.values()) clearTimeout(watch);
	}

	async #ring(room: LiveRoom): Promise<void> {
		if (this.#closed) return;
		const isOver = await room.inTurn(async () => {
			const { open } = room.state;
			if (!open || open.endsAt > this.#now()) return false;
			await room.carryOut(everyoneBack());
			return true;
		});
		if (isOver) this.#back(room);
		else this.watch(room);
	}
}
