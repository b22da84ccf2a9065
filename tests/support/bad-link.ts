import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { connect, createServer, type AddressInfo, type Server, type Socket as Stream } from 'node:net';

/** How a person's way to the server is, both ways. */
export interface Weather {
	/** The share of packets that get lost, 0-1. */
	loss: number;
	/** What goes through a second, or null for as much as comes. */
	kbps: number | null;
	/** Nothing at all goes through, and nothing says so: as in a tunnel. */
	dark: boolean;
}

type Target = Pick<RemoteInfo, 'address' | 'port'>;

const FINE: Weather = { loss: 0, kbps: null, dark: false };
/** A home router's buffer: what waits longer is thrown away. */
const BUFFER_MS = 400;

/**
 * One person's link to the world, which a test can make bad: media to the relay (UDP), and pages and
 * signalling to the server (TCP), through the same weather.
 */
export class BadLink {
	weather: Weather = { ...FINE };
	/** Bytes that went through, from the person and to them. */
	readonly carried = { up: 0, down: 0 };
	readonly #media = new Map<string, Socket>();
	readonly #pages: Server;
	readonly #clients = new Map<string, Socket>();
	readonly #streams = new Set<Stream>();
	readonly #deadPorts = new Set<string>();
	readonly #deadStreams = new Set<Stream>();
	readonly #busyUntil = { up: 0, down: 0 };
	/** By which media reach the relay. */
	mediaPort = 0;

	private constructor(pagesPort: number) {
		this.#pages = createServer((stream) => this.#join(stream, connect(pagesPort, '127.0.0.1')));
	}

	static async open({ turnPort, pagesPort }: { turnPort?: number; pagesPort: number }): Promise<BadLink> {
		const link = new BadLink(pagesPort);
		if (turnPort !== undefined) link.mediaPort = await link.mediaTo(turnPort);
		await new Promise<void>((resolve) => link.#pages.listen(0, '127.0.0.1', resolve));
		return link;
	}

	/** The port of this link by which media reach another one. */
	async mediaTo(port: number, address = '127.0.0.1'): Promise<number> {
		const target = { port, address };
		const key = `${address}:${port}`;
		const known = this.#media.get(key);
		if (known) return known.address().port;
		const relay = createSocket('udp4');
		this.#media.set(key, relay);
		relay.on('message', (packet, from) => this.#sendUp(relay, target, packet, from));
		await new Promise<void>((resolve) => relay.bind(0, '127.0.0.1', resolve));
		return relay.address().port;
	}

	get pagesPort(): number {
		return (this.#pages.address() as AddressInfo).port;
	}

	become(weather: Partial<Weather>): void {
		this.weather = { ...FINE, ...weather };
		for (const stream of this.#streams) {
			if (this.weather.dark) stream.pause();
			else stream.resume();
		}
	}

	/** As on another network: nothing passes any more by the ports that were open, and nothing says so. New ones work. */
	changeNetwork(): void {
		for (const port of this.#clients.keys()) this.#deadPorts.add(port);
		for (const stream of this.#streams) {
			stream.pause();
			this.#streams.delete(stream);
			this.#deadStreams.add(stream);
		}
	}

	close(): void {
		for (const stream of this.#deadStreams) stream.destroy();
		for (const client of this.#clients.values()) client.close();
		for (const stream of this.#streams) stream.destroy();
		for (const relay of this.#media.values()) relay.close();
		this.#pages.close();
	}

	#sendUp(relay: Socket, to: Target, packet: Buffer, from: RemoteInfo): void {
		const key = `${from.address}:${from.port} ${to.address}:${to.port}`;
		if (this.#deadPorts.has(key)) return;
		const client = this.#clients.get(key) ?? this.#admit(relay, key, from);
		this.#carry('up', packet, () => client.send(packet, to.port, to.address));
	}

	#admit(relay: Socket, key: string, { port, address }: RemoteInfo): Socket {
		const client = createSocket('udp4');
		// A relay that is down answers with "refused", as a dead one does in the world outside.
		client.on('error', () => undefined);
		client.on('message', (packet) => {
			if (!this.#deadPorts.has(key)) this.#carry('down', packet, () => relay.send(packet, port, address));
		});
		this.#clients.set(key, client);
		return client;
	}

	#carry(way: 'up' | 'down', packet: Buffer, send: () => void): void {
		const { loss, kbps, dark } = this.weather;
		if (dark || Math.random() < loss) return;
		this.carried[way] += packet.length;
		if (kbps === null) return send();
		const now = performance.now();
		const begins = Math.max(now, this.#busyUntil[way]);
		if (begins - now > BUFFER_MS) return;
		this.#busyUntil[way] = begins + (packet.length * 8) / kbps;
		setTimeout(send, this.#busyUntil[way] - now);
	}

	#join(one: Stream, other: Stream): void {
		for (const [from, to] of [
			[one, other],
			[other, one]
		] as const) {
			this.#streams.add(from);
			from.on('data', (bytes) => to.write(bytes));
			from.on('error', () => to.destroy());
			from.on('close', () => {
				this.#streams.delete(from);
				to.destroy();
			});
			if (this.weather.dark) from.pause();
		}
	}
}
