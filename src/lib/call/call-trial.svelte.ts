import type { IceServer } from '#lib/protocol/media-ticket.ts';
import { wordsFor } from '#lib/room/read-refusal.ts';
import { tryLoop, trySocket } from './loop-trial.ts';
import { sfuWords, trySfu } from './sfu-trial.ts';
import { absentWays, relayName, trialWords } from './trial-words.ts';

/** One of the ways that a call can take, and how it went. */
export interface WayTried {
	readonly id: string;
	readonly name: string;
	readonly address: string | null;
	isTrying: boolean;
	/** Null before it was tried. */
	works: boolean | null;
	words: string | null;
}

interface Way extends Pick<WayTried, 'id' | 'name' | 'address'> {
	run(): Promise<{ works: boolean; words: string }>;
}

/** Tries every way that a call can take, one after the other. */
export class CallTrial {
	ways = $state<WayTried[]>([]);
	isRunning = $state(false);
	/** Ways over a relay that are not set up, in words. */
	readonly absent: readonly string[];
	readonly #runs: Way[];

	constructor(relays: readonly IceServer[], hasSfu: boolean) {
		const relayed = relays.flatMap(({ urls, ...opens }) =>
			urls.map((url) => ({
				id: url,
				name: relayName(url),
				address: url,
				run: () => loop({ urls: [url], ...opens })
			}))
		);
		this.absent = absentWays(relays.flatMap(({ urls }) => urls));
		this.#runs = [
			{ id: 'signalling', name: 'Signalling with this server', address: null, run: socket },
			{ id: 'browser', name: 'This browser with itself', address: null, run: () => loop(null) },
			...relayed,
			...(hasSfu ? [{ id: 'sfu', name: 'The SFU of larger calls', address: null, run: throughSfu }] : [])
		];
		this.ways = this.#runs.map(({ id, name, address }) => ({
			...{ id, name, address, isTrying: false },
			...{ works: null, words: null }
		}));
	}

	async run(): Promise<void> {
		this.isRunning = true;
		for (const way of this.ways) Object.assign(way, { works: null, words: null });
		for (const [index, { run }] of this.#runs.entries()) {
			const way = this.ways[index]!;
			way.isTrying = true;
			Object.assign(way, await run(), { isTrying: false });
		}
		this.isRunning = false;
	}
}

async function loop(relay: IceServer | null) {
	// A browser that throws here cannot do it; why, it says itself.
	const result = await tryLoop(relay).catch((error: unknown) => String(error));
	if (typeof result === 'string') return { works: false, words: result };
	return { works: result.is === 'works', words: trialWords(result, relay?.urls[0] ?? null) };
}

async function throughSfu() {
	const result = await trySfu().catch((error: unknown) => wordsFor(error));
	if (typeof result === 'string') return { works: false, words: result };
	return { works: result.is === 'works', words: sfuWords(result) };
}

async function socket() {
	const works = await trySocket(`/signal/trial/peerjs`);
	return {
		works,
		words: works
			? 'Works.'
			: 'No socket comes about. A proxy in front of Hearth must pass WebSockets on (Upgrade and Connection).'
	};
}
