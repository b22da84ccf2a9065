import { KEEP_ALIVE_MS } from '../../src/lib/protocol/limits.ts';
import { logFault } from '../http/fault-log.ts';
import type { Ground } from '../app.ts';
import type { Connection } from './connection.ts';
import type { SignInLife } from './connections.ts';
import type { LiveDocuments } from './live-documents.ts';

const ROUND_MS = 5_000;
const PING_MS = 25_000;
/** A socket that has not been heard for this long is dead (R34). */
const DEAD_MS = 60_000;
/** An open room counts as activity of its sign-ins (R03), noted this often. */
const TOUCH_MS = 60_000;

/** Goes round all sockets every few seconds: keeps the living awake, ends the dead and the hopelessly slow. */
export class HeartBeat {
	readonly #open: ReadonlySet<Connection>;
	readonly #parts: { ground: Pick<Ground, 'now'>; signIns: SignInLife; live: LiveDocuments };
	readonly #timer: ReturnType<typeof setInterval>;
	#touchedAt = 0;

	constructor(
		open: ReadonlySet<Connection>,
		parts: { ground: Pick<Ground, 'now'>; signIns: SignInLife; live: LiveDocuments }
	) {
		this.#open = open;
		this.#parts = parts;
		this.#timer = setInterval(() => this.round(), ROUND_MS).unref();
	}

	round(): void {
		const now = this.#parts.ground.now();
		for (const connection of this.#open) {
			if (now - connection.inlet.heardAt > DEAD_MS) {
				connection.outlet.end();
				continue;
			}
			connection.outlet.endIfBehind();
			if (now - connection.outlet.sentAt >= KEEP_ALIVE_MS - 2 * ROUND_MS) connection.keepAlive();
			if (now - connection.pingedAt >= PING_MS) {
				connection.pingedAt = now;
				connection.outlet.ping();
			}
		}
		if (now - this.#touchedAt >= TOUCH_MS) this.#touch(now);
		this.#parts.live.sweep();
	}

	stop(): void {
		clearInterval(this.#timer);
	}

	#touch(now: number): void {
		this.#touchedAt = now;
		for (const signIn of new Set([...this.#open].map(({ caller }) => caller.signIn))) {
			this.#parts.signIns.touch(signIn).catch((error: unknown) => logFault('touch', error));
		}
	}
}
