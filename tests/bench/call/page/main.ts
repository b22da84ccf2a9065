import { bare } from './bare.ts';
import type { Carrier, Place } from './carrier.ts';
import { ours } from './ours.ts';

/** Which way ours takes, the server that it comes to decides. */
const CARRIERS = { bare, mesh: ours, sfu: ours } satisfies Record<string, (place: Place) => Carrier>;
export type CarrierName = keyof typeof CARRIERS;

/** What the bench asks of a page. */
export interface CallBench {
	prepare(): Promise<void>;
	/** Lets the person in, and waits for the pictures of so many others; times in ms from being let in. */
	enter(others: number): Promise<{ firstMs: number; allMs: number }>;
	/** Waits until so many others are seen. */
	sees(others: number): Promise<void>;
}

const LOOK_EVERY_MS = 5;

const query = new URLSearchParams(location.search);
const carrier = CARRIERS[query.get('carrier') as CarrierName]({
	me: query.get('me') ?? '',
	session: query.get('session') ?? '',
	people: (query.get('people') ?? '').split(',')
});

const seen = () =>
	carrier.faces().filter((face) => face.getVideoPlaybackQuality().totalVideoFrames > 0).length;

/** Resolves with the time at which so many others were seen. */
async function whenSeen(others: number): Promise<number> {
	while (seen() < others) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
	return performance.now();
}

const bench: CallBench = {
	prepare: () => carrier.prepare(),
	async enter(others) {
		const began = performance.now();
		void carrier.enter();
		const [first, all] = await Promise.all([whenSeen(Math.min(1, others)), whenSeen(others)]);
		await carrier.turnOn();
		return { firstMs: first - began, allMs: all - began };
	},
	sees: async (others) => void (await whenSeen(others))
};
Object.assign(window, { callBench: bench });
