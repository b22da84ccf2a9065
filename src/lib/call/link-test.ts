import { LINK_TEST_MOST_BYTES } from '#lib/protocol/link-test.ts';

/** What a short trial of the way to the server and back showed. */
export interface LinkFigures {
	roundTripMs: number;
	/** To this device, in kbit/s. */
	downKbps: number;
	/** From this device, in kbit/s. */
	upKbps: number;
	/** Of the short questions, how many had no answer: 0-1. */
	lost: number;
}

interface Way {
	/** Fetches so many bytes; rejects when they do not come. */
	down(bytes: number): Promise<void>;
	up(bytes: number): Promise<void>;
	/** In ms. */
	now(): number;
}

const QUESTIONS = 6;
/** A little first: on a weak link the larger piece would take a minute, and cost. */
const PIECES = [24 * 1024, LINK_TEST_MOST_BYTES];
const ENOUGH_MS = 1_200;

/** Tries the link, in one to about twenty seconds. Rejects when nothing comes through at all. */
export async function testLink(way: Way): Promise<LinkFigures> {
	const times: number[] = [];
	for (let question = 0; question < QUESTIONS; question++) {
		const began = way.now();
		// A lost question is counted; the next may get through.
		await way.down(0).then(
			() => times.push(way.now() - began),
			() => undefined
		);
	}
	const roundTripMs = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
	if (roundTripMs === undefined) throw new Error('Nothing came through.');
	const speedOf = async (carry: (bytes: number) => Promise<void>) => {
		let kbps = 0;
		for (const bytes of PIECES) {
			const began = way.now();
			await carry(bytes);
			const took = way.now() - began;
			kbps = (bytes * 8) / Math.max(1, took - roundTripMs);
			if (took > ENOUGH_MS) break;
		}
		return kbps;
	};
	const downKbps = await speedOf((bytes) => way.down(bytes));
	const upKbps = await speedOf((bytes) => way.up(bytes));
	return { roundTripMs, downKbps, upKbps, lost: 1 - times.length / QUESTIONS };
}

const ANSWER_WITHIN_MS = 30_000;

/** The way to one address of ours, by HTTP. */
export function wayTo(address: string): Way {
	const ask = async (url: string, init: RequestInit = {}) => {
		const options = { cache: 'no-store' as const, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) };
		const response = await fetch(url, { ...options, ...init });
		if (!response.ok) throw new Error(`The test was answered with ${response.status}.`);
		await response.arrayBuffer();
	};
	return {
		down: (bytes) => ask(`${address}?bytes=${bytes}`),
		up: (bytes) => ask(address, { method: 'POST', body: noise(bytes) }),
		now: () => performance.now()
	};
}

/** What nothing on the way can make smaller. The browser gives at most 64 KiB of it at once. */
function noise(bytes: number): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(bytes);
	for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(all.subarray(at, at + 65_536));
	return all;
}
