import type * as Y from 'yjs';
import { roomDocument, THE } from '../../../src/lib/domain/room.ts';
import { pausedTimer } from '../commands/stage.ts';

/** Everyone is told that no facilitator is there, and a timer that runs stands still (S06). */
export function tellLeaderAway(doc: Y.Doc, now: number): void {
	const shared = roomDocument(doc);
	const [about, stage] = [shared.about.get(THE), shared.stage.get(THE)];
	if (!about) return;
	const timerHeld = Boolean(stage?.timer?.endsAt);
	shared.about.set(THE, { ...about, leaderAwaySince: now, timerHeld });
	if (stage?.timer && timerHeld) shared.stage.set(THE, { ...stage, timer: pausedTimer(stage.timer, now) });
}
