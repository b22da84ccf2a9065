import { beforeEach, expect, test } from 'vitest';
import { IdleWatch, type IdleStage, type TimeLeft } from './idle-watch.ts';

const MINUTE_MS = 60_000;
const IDLE_MS = 30 * MINUTE_MS;

let now: number;
let usedAt: number;
let endsAt: number;
let who: string | null;
let isOnline: boolean;
let stages: IdleStage[];
let others: number;
let watch: IdleWatch;

function left(): TimeLeft {
	if (!isOnline) throw new Error('offline');
	const end = Math.min(usedAt + IDLE_MS, endsAt);
	return {
		leftMs: Math.max(0, end - now),
		leftInAllMs: Math.max(0, endsAt - now),
		who: end > now ? who : null
	};
}

beforeEach(() => {
	now = usedAt = 0;
	endsAt = 12 * 60 * MINUTE_MS;
	who = 'ana';
	isOnline = true;
	stages = [];
	others = 0;
	watch = new IdleWatch({
		look: async () => left(),
		stay: async () => {
			if (isOnline && left().leftMs > 0) usedAt = now;
			return left();
		},
		onStage: (stage) => stages.push(stage),
		onOther: () => others++,
		now: () => now
	});
});

async function pass(minutes: number, each: () => void = () => {}): Promise<void> {
	for (let quarter = 0; quarter < minutes * 4; quarter++) {
		now += MINUTE_MS / 4;
		each();
		await watch.tick();
	}
}

test('R03 a page that nobody touches warns two minutes before it is signed out, then says that it is', async () => {
	await watch.tick();
	await pass(27);
	expect(stages).toEqual([]);
	await pass(1);
	expect(stages).toEqual([{ stage: 'warned', inAll: false }]);
	await pass(2);
	expect(stages.at(-1)).toEqual({ stage: 'ended' });
});

test('R03 somebody who writes at length is never warned, although they ask for no page', async () => {
	await pass(90, () => watch.noteActivity());
	expect(stages).toEqual([]);
});

test('R03 one tap after the warning keeps the person signed in', async () => {
	await pass(29);
	await watch.stay();
	expect(stages.at(-1)).toEqual({ stage: 'awake' });
	await pass(27);
	expect(stages.at(-1)).toEqual({ stage: 'awake' });
});

test('R03 use in another tab takes the warning away', async () => {
	await pass(29);
	usedAt = now;
	await pass(1);
	expect(stages.at(-1)).toEqual({ stage: 'awake' });
});

test('R04 before the end that comes in any case, staying is not offered', async () => {
	endsAt = 29 * MINUTE_MS;
	await pass(28);
	expect(stages.at(-1)).toEqual({ stage: 'warned', inAll: true });
});

test('signing in again in another tab brings the page back; somebody else does not get to see it', async () => {
	await pass(31);
	usedAt = now;
	await watch.look();
	expect(stages.at(-1)).toEqual({ stage: 'awake' });
	expect(others).toBe(0);
	who = 'ben';
	await watch.look();
	expect(others).toBe(1);
});

test('without a link nothing is said to have ended', async () => {
	await watch.tick();
	isOnline = false;
	await pass(40);
	expect(stages).toEqual([]);
});
