import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { sinceAfterPause } from '../../src/lib/domain/step-clock.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import type { Outcome } from './commands/command.ts';
import { runningTimer } from './commands/stage.ts';
import { waitingDoors } from './room/doors.ts';
import { tellLeaderAway } from './room/leader-away.ts';
import type { LiveRoom } from './room/live-room.ts';

/** No facilitator connected for so long: everyone is told, step and timer pause (S06). */
const LEADER_AWAY_MS = 20_000;

/** Tells everyone when no facilitator is there, and closes softly when none comes back (S06). */
export class LeaderWatch {
	readonly #ground: Ground;
	readonly #lost: (room: LiveRoom, person: PersonId) => void;
	readonly #watches = new Map<SessionId, NodeJS.Timeout>();
	#closed = false;

	/** `lost` is told of everyone whose call has closed. */
	constructor(ground: Ground, lost: (room: LiveRoom, person: PersonId) => void) {
		this.#ground = ground;
		this.#lost = lost;
	}

	async cameOrWent(room: LiveRoom): Promise<void> {
		await room.inTurn(async () => {
			const back = room.leaderHere ? leaderBack(room, this.#ground.now()) : null;
			await room.carryOut({ ...back, doors: waitingDoors(room) });
		});
		this.watch(room);
	}

	watch(room: LiveRoom): void {
		clearTimeout(this.#watches.get(room.session.id));
		this.#watches.delete(room.session.id);
		if (this.#closed || room.leaderHere || room.session.state !== 'open') return;
		this.#after(room, LEADER_AWAY_MS, async () => {
			await carryOut(room, leaderAway(room, this.#ground.now()));
			this.#after(room, this.#ground.config.softCloseMs, async () => {
				const before = new Set(room.state.seats.keys());
				await carryOut(room, softClose(room));
				for (const person of before) this.#lost(room, person);
			});
		});
	}

	close(): void {
		this.#closed = true;
		for (const watch of this.#watches.values()) clearTimeout(watch);
	}

	#after(room: LiveRoom, ms: number, run: () => Promise<void>): void {
		const watch = setTimeout(() => void run().catch((error: unknown) => logFault('leader watch', error)), ms);
		this.#watches.set(room.session.id, watch.unref());
	}
}

async function carryOut(room: LiveRoom, outcome: Outcome | null): Promise<void> {
	if (outcome) await room.inTurn(() => room.carryOut(outcome));
}

/** What changes when a facilitator comes back: the session goes on where it stopped. */
function leaderBack(room: LiveRoom, now: number): Outcome | null {
	const { about, stage } = room.state;
	if (about.leaderAwaySince === null) return null;
	return {
		room: (doc) => {
			const shared = roomDocument(doc);
			shared.about.set(THE, { ...about, leaderAwaySince: null, timerHeld: false, closedSoftly: false });
			if (!stage) return;
			const timer = stage.timer && about.timerHeld ? runningTimer(stage.timer, now) : stage.timer;
			shared.stage.set(THE, {
				...{ ...stage, timer, startedAt: sinceAfterPause(about, stage.startedAt, now) },
				...(stage.pacedSince && { pacedSince: sinceAfterPause(about, stage.pacedSince, now) })
			});
		}
	};
}

/** What changes when no facilitator has been there for LEADER_AWAY_MS. */
function leaderAway(room: LiveRoom, now: number): Outcome | null {
	const { about } = room.state;
	if (room.leaderHere || about.leaderAwaySince !== null || about.state !== 'open') return null;
	return { room: (doc) => tellLeaderAway(doc, now) };
}

/** What changes when nobody came back: a therapy group's call closes to the lobby, the work stays; a peer group may go on (S06). */
function softClose(room: LiveRoom): Outcome | null {
	const { about } = room.state;
	if (room.leaderHere || about.leaderAwaySince === null || about.closedSoftly || room.group.kind === 'peer')
		return null;
	return { room: (doc) => void roomDocument(doc).about.set(THE, { ...about, closedSoftly: true }) };
}
