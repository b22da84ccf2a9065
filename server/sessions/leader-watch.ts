import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { pausedTimer, runningTimer } from './commands/stage.ts';
import type { Outcome } from './commands/command.ts';
import type { LiveRoom } from './room/live-room.ts';

/** No facilitator connected for so long: everyone is told, step and timer pause (S06). */
export const LEADER_AWAY_MS = 20_000;
/** What changes when a facilitator comes back: the session goes on where it stopped. */
export function leaderBack(room: LiveRoom, now: number): Outcome | null {
	const { about, stage } = room.state;
	if (about.leaderAwaySince === null) return null;
	return {
		room: (doc) => {
			const shared = roomDocument(doc);
			shared.about.set(THE, { ...about, leaderAwaySince: null, timerHeld: false, closedSoftly: false });
			if (stage?.timer && about.timerHeld)
				shared.stage.set(THE, { ...stage, timer: runningTimer(stage.timer, now) });
		}
	};
}

/** What changes when no facilitator has been there for LEADER_AWAY_MS. */
export function leaderAway(room: LiveRoom, now: number): Outcome | null {
	const { about, stage } = room.state;
	if (room.leaderHere || about.leaderAwaySince !== null || about.state !== 'open') return null;
	return {
		room: (doc) => {
			const shared = roomDocument(doc);
			const timerHeld = Boolean(stage?.timer?.endsAt);
			shared.about.set(THE, { ...about, leaderAwaySince: now, timerHeld });
			if (stage?.timer && timerHeld)
				shared.stage.set(THE, { ...stage, timer: pausedTimer(stage.timer, now) });
		}
	};
}

/** What changes when nobody came back: a therapy group's call closes to the lobby, the work stays; a peer group may go on (S06). */
export function softClose(room: LiveRoom): Outcome | null {
	const { about } = room.state;
	if (room.leaderHere || about.leaderAwaySince === null || about.closedSoftly || room.group.kind === 'peer')
		return null;
	return { room: (doc) => void roomDocument(doc).about.set(THE, { ...about, closedSoftly: true }) };
}
