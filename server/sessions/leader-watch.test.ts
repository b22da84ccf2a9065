import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { GroupKind } from '../../src/lib/domain/group.ts';
import { newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { roomDocument, THE } from '../../src/lib/domain/room.ts';
import { stepNow } from '../../src/lib/domain/step-clock.ts';
import type { Ground } from '../app.ts';
import type { Outcome } from './commands/command.ts';
import { LeaderWatch } from './leader-watch.ts';
import type { LiveRoom } from './room/live-room.ts';

const SOFT_CLOSE_MS = 180_000;
const ana = newId<'person'>();
let lost: PersonId[];
let watch: LeaderWatch;

beforeEach(() => {
	vi.useFakeTimers();
	lost = [];
	const ground = { now: Date.now, config: { softCloseMs: SOFT_CLOSE_MS } } as unknown as Ground;
	watch = new LeaderWatch(ground, (_room, person) => void lost.push(person));
});
afterEach(() => {
	watch.close();
	vi.useRealTimers();
});

/** A room whose timer has ten minutes left, with a member in it and no facilitator. */
function roomOf(kind: GroupKind) {
	const doc = new Y.Doc();
	const { about, stage } = roomDocument(doc);
	const timer = { endsAt: Date.now() + 600_000, leftMs: 600_000 };
	const nobody = { leaderAwaySince: null, timerHeld: false, closedSoftly: false };
	about.set(THE, { state: 'open', ...nobody } as never);
	stage.set(THE, { timer, startedAt: Date.now(), pacedSince: Date.now() } as never);
	const room = {
		...{ session: { id: newId<'session'>(), state: 'open' }, group: { kind }, leaderHere: false },
		documents: { door: new Map() },
		state: {
			...{ seats: new Map([[ana, {}]]), waiting: new Map() },
			get about() {
				return about.get(THE);
			},
			get stage() {
				return stage.get(THE);
			}
		},
		inTurn: (run: () => unknown) => Promise.resolve(run()),
		carryOut: (outcome: Outcome) => Promise.resolve(outcome.room?.(doc))
	};
	return {
		room,
		live: room as unknown as LiveRoom,
		about: () => about.get(THE)!,
		timer: () => stage.get(THE)!.timer,
		stage: () => stage.get(THE)!
	};
}

test('S06 after 20 s without a facilitator everyone is told and the timer stands; who comes back finds it as it was', async () => {
	const { room, live, about, timer } = roomOf('therapy');
	watch.watch(live);
	await vi.advanceTimersByTimeAsync(19_000);
	expect(about().leaderAwaySince).toBeNull();
	await vi.advanceTimersByTimeAsync(2_000);
	expect(about()).toMatchObject({ leaderAwaySince: expect.any(Number), timerHeld: true });
	expect(timer()).toMatchObject({ endsAt: null, leftMs: 580_000 });
	await vi.advanceTimersByTimeAsync(60_000);
	room.leaderHere = true;
	await watch.cameOrWent(live);
	expect(about()).toMatchObject({ leaderAwaySince: null, timerHeld: false, closedSoftly: false });
	expect(timer()).toEqual({ endsAt: Date.now() + 580_000, leftMs: 580_000 });
	expect(lost).toEqual([]);
});

test('S06 a paced guide stands while nobody leads, and goes on where it stopped', async () => {
	const { room, live, about, stage } = roomOf('therapy');
	const intoIt = () =>
		[stage().startedAt, stage().pacedSince!].map((since) => stepNow(about(), since, Date.now()) - since);
	watch.watch(live);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(intoIt()).toEqual([20_000, 20_000]);
	await vi.advanceTimersByTimeAsync(45_000);
	expect(intoIt()).toEqual([20_000, 20_000]);
	room.leaderHere = true;
	await watch.cameOrWent(live);
	expect(intoIt()).toEqual([20_000, 20_000]);
	await vi.advanceTimersByTimeAsync(5_000);
	expect(intoIt()).toEqual([25_000, 25_000]);
});

test('S06 a therapy group’s call closes softly when nobody came back, and opens again when a facilitator does', async () => {
	const { room, live, about } = roomOf('therapy');
	watch.watch(live);
	await vi.advanceTimersByTimeAsync(20_000 + SOFT_CLOSE_MS - 1_000);
	expect(about().closedSoftly).toBe(false);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(about().closedSoftly).toBe(true);
	expect(lost).toEqual([ana]);
	room.leaderHere = true;
	await watch.cameOrWent(live);
	expect(about().closedSoftly).toBe(false);
});

test('S06 a peer group may go on by itself', async () => {
	const { live, about } = roomOf('peer');
	watch.watch(live);
	await vi.advanceTimersByTimeAsync(20_000 + SOFT_CLOSE_MS + 60_000);
	expect(about()).toMatchObject({ leaderAwaySince: expect.any(Number), closedSoftly: false });
});
