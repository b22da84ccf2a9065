import type { Load } from './load/load.ts';
import { startProcess } from './process.ts';

export type ServerName = 'hearth' | 'relay' | 'hocuspocus';

export interface Measured {
	server: ServerName;
	rooms: number;
	perRoom: number;
	/** Of all deliveries, strokes and cursors, in ms. */
	p50: number;
	p99: number;
	/** CPU of the whole server process, its workers included, for 1,000 deliveries, in ms. */
	cpuPer1000: number;
	/** From sending a stroke to its acknowledgement, in ms; null where the server never acknowledges. */
	ackP50: number | null;
	ackP99: number | null;
	keptUp: boolean;
	/** Part of one core that the server used, and the load. */
	serverCore: number;
	loadCore: number;
}

/** A room counts as kept when nearly everything reached everyone in less than this. */
const KEPT_MS = 100;
const STROKES_DELIVERED = 0.99;

const SERVER_CORE = 0;
const LOAD_CORE = 1;

/** What the load tells of one run. */
export interface LoadResult {
	p50: number;
	p99: number;
	deliveries: number;
	strokesDelivered: number;
	ackP50: number | null;
	ackP99: number | null;
	closed: number;
	seconds: number;
	core: number;
}

/** Runs one server with one load, each a process of its own, and on a core of its own where there are two. */
export async function measure({
	server: name,
	rooms,
	perRoom,
	seconds
}: {
	server: ServerName;
	rooms: number;
	perRoom: number;
	seconds: number;
}): Promise<Measured> {
	const extension = name === 'hocuspocus' ? 'mjs' : 'ts';
	const server = startProcess(`servers/${name}.${extension}`, [String(rooms)], SERVER_CORE);
	try {
		const { port, documents } = await server.hear<{ port: number; documents: string[] }>('ready');
		const wish: Load = {
			dialect: name === 'hocuspocus' ? name : 'y-websocket',
			port,
			documents,
			perRoom,
			seconds
		};
		const load = startProcess('load/load.ts', [], LOAD_CORE);
		load.tell('load', wish);
		await load.hear('begun');
		const before = await server.ask<number>('cpu');
		await load.hear('ended');
		const cpuMs = (await server.ask<number>('cpu')) - before;
		const result = await load.hear<LoadResult>('result');
		await load.end();
		const { p50, p99, ackP50, ackP99, deliveries, strokesDelivered, closed } = result;
		return {
			...{ server: name, rooms, perRoom, p50, p99, ackP50, ackP99 },
			cpuPer1000: round((cpuMs / deliveries) * 1000),
			keptUp: p99 < KEPT_MS && strokesDelivered >= STROKES_DELIVERED && closed === 0,
			serverCore: round(cpuMs / (result.seconds * 1000)),
			loadCore: round(result.core)
		};
	} finally {
		await server.end();
	}
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
