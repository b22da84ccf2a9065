import type { Page } from '@playwright/test';

/** Packets of a voice, and pictures of a face and of a screen. */
export interface Arrived {
	voice: number;
	face: number;
	screen: number;
}

/** `sentFace`: pictures of the same face that left its own browser for this one. */
type Passed = Arrived & { sentFace: number };

/** What has arrived: of whom, at whom. */
export type Arrivals = Map<`${string} at ${string}`, Passed>;

/** One of a page's connections: known by the certificates of its two ends. */
interface Connection extends Passed {
	mine: string;
	theirs: string;
}

const NOTHING: Passed = { voice: 0, face: 0, screen: 0, sentFace: 0 };

/**
 * Counts what passes between each two of a group in the mesh. Who is who is told by the certificates of the
 * encryption, not by what the pages show. `watchMedia` must have been called for each page.
 */
export class CountedBetween {
	readonly #pages: Record<string, Page>;
	readonly #owners = new Map<string, string>();
	#then = new Map<string, Connection>();

	constructor(pages: Record<string, Page>) {
		this.#pages = pages;
	}

	/** Counts from here. */
	async begin(): Promise<void> {
		this.#then = await this.#look();
	}

	/** What has arrived since `begin`. */
	async since(): Promise<Arrivals> {
		const arrivals: Arrivals = new Map();
		const add = (pair: `${string} at ${string}`, more: Partial<Passed>) => {
			const before = arrivals.get(pair) ?? NOTHING;
			const sum = (kind: keyof Passed) => before[kind] + (more[kind] ?? 0);
			arrivals.set(pair, {
				...{ voice: sum('voice'), face: sum('face'), screen: sum('screen') },
				sentFace: sum('sentFace')
			});
		};
		for (const [key, now] of await this.#look()) {
			const then = this.#then.get(key) ?? NOTHING;
			const [here = ''] = key.split(' ');
			const there = this.#owners.get(now.theirs) ?? 'a stranger';
			const [voice, face, screen] = [now.voice - then.voice, now.face - then.face, now.screen - then.screen];
			add(`${there} at ${here}`, { voice, face, screen });
			add(`${here} at ${there}`, { sentFace: now.sentFace - then.sentFace });
		}
		return arrivals;
	}

	/** Every connection of every page that has both ends and is not closed. */
	async #look(): Promise<Map<string, Connection>> {
		const all = await Promise.all(
			Object.entries(this.#pages).map(async ([name, page]) =>
				(await connectionsOf(page)).map((one, index) => [`${name} ${index}`, name, one] as const)
			)
		);
		const looked = new Map<string, Connection>();
		for (const [key, name, connection] of all.flat()) {
			if (!connection) continue;
			this.#owners.set(connection.mine, name);
			looked.set(key, connection);
		}
		return looked;
	}
}

function connectionsOf(page: Page): Promise<(Connection | null)[]> {
	return page.evaluate(() => {
		const printOf = (description: RTCSessionDescription | null) =>
			/^a=fingerprint:(.+)$/m.exec(description?.sdp ?? '')?.[1]?.trim() ?? '';
		return Promise.all(
			window.connections.map(async (connection) => {
				const [mine, theirs] = [printOf(connection.localDescription), printOf(connection.remoteDescription)];
				if (connection.connectionState === 'closed' || !mine || !theirs) return null;
				const arrived = { voice: 0, face: 0, screen: 0, sentFace: 0 };
				const mids = connection.getTransceivers().map(({ mid }) => mid);
				const report = await connection.getStats();
				for (const entry of report.values() as Iterable<Record<string, number | string>>) {
					if (entry.type === 'outbound-rtp' && mids.indexOf(String(entry.mid)) === 1)
						arrived.sentFace += Number(entry.framesSent ?? 0);
					if (entry.type !== 'inbound-rtp') continue;
					const kind = (['voice', 'face', 'screen'] as const)[mids.indexOf(String(entry.mid))];
					if (kind)
						arrived[kind] += Number(entry[kind === 'voice' ? 'packetsReceived' : 'framesDecoded'] ?? 0);
				}
				return { mine, theirs, ...arrived };
			})
		);
	});
}
