import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import type { EndedSignIn, SignedIn } from '../../server/accounts/sign-ins.ts';
import type { AuditEvent } from '../../server/store/writer.ts';
import { Sfu } from '../../server/sfu/sfu.ts';
import { createSignal, type Signal } from '../../server/signal/signal.ts';
import { openVault } from '../../server/vault/open-vault.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { MediaTicket } from '../../src/lib/protocol/media-ticket.ts';
import type { ServerMessage } from '../../src/lib/protocol/signal-protocol.ts';

interface Options {
	port?: number;
	turn?: { url: string; secret: string } | null;
	now?: () => number;
	/** Calls of more people than this go through a real Janus. */
	sfuAbove?: number;
	pages?: RequestListener;
	/** Who may reach whom, when it is not the harness that says so. */
	access?: Access;
}

type Access = Parameters<typeof createSignal>[0]['access'];

/** A running signalling server, with rooms that the test fills as it likes. */
export class SignalHarness {
	readonly admitted = new Map<SessionId, Set<PersonId>>();
	readonly audited: AuditEvent[] = [];
	readonly #ended: ((ended: EndedSignIn) => void)[] = [];
	/** Who is in the side room. */
	readonly aside = new Set<PersonId>();
	/** Who only looks on. */
	readonly observers = new Set<PersonId>();
	readonly #regrouped: ((session: SessionId) => void)[] = [];
	readonly #lost: ((session: SessionId, person: PersonId) => void)[] = [];
	readonly #directory: string;
	readonly #vault;
	readonly #options: Options;
	readonly #clients: Client[] = [];
	#server: Server;
	signal: Signal;
	/** Null unless asked for. */
	readonly sfu: Sfu | null;
	port = 0;

	private constructor(options: Options) {
		this.#options = options;
		this.#directory = mkdtempSync(join(tmpdir(), 'hearth-signal-'));
		this.#vault = openVault(this.#directory, null);
		const settings = { ports: '21000-21399', address: null };
		this.sfu = options.sfuAbove === undefined ? null : new Sfu(settings, (error) => console.error(error));
		[this.#server, this.signal] = this.#build();
	}

	static async start(options: Options = {}): Promise<SignalHarness> {
		const harness = new SignalHarness(options);
		await harness.#listen(options.port ?? 0);
		await harness.sfu?.start();
		return harness;
	}

	#build(): [Server, Signal] {
		const signal = createSignal({
			ground: {
				config: {
					turn: this.#options.turn ?? null,
					sfu: this.sfu ? { above: this.#options.sfuAbove ?? 0 } : null
				} as Parameters<typeof createSignal>[0]['ground']['config'],
				vault: this.#vault,
				audit: {
					record: async (event: AuditEvent) => void this.audited.push(event)
				} as unknown as Parameters<typeof createSignal>[0]['ground']['audit'],
				now: this.#options.now ?? Date.now
			},
			access: this.#options.access ?? {
				prepare: async () => undefined,
				isAdmitted: (session, person) => this.admitted.get(session)?.has(person) ?? false,
				mayReach: (session, one, other) =>
					Boolean(this.admitted.get(session)?.has(one) && this.admitted.get(session)?.has(other)) &&
					this.aside.has(one) === this.aside.has(other),
				maySend: (_session, person) => !this.observers.has(person),
				onRegrouped: (listener) => void this.#regrouped.push(listener),
				onLost: (listener) => void this.#lost.push(listener)
			},
			signIns: { onEnded: (listener) => void this.#ended.push(listener) },
			sfu: this.sfu
		});
		const server = createServer(this.#options.pages);
		server.on('upgrade', (request, socket, head) => {
			socket.on('error', () => socket.destroy());
			const [, rest = ''] = /^\/signal\/([^?]*)/.exec(request.url ?? '') ?? [];
			const [, person = ''] = /person=([\w-]+)/.exec(request.headers.cookie ?? '') ?? [];
			signal.accept({ request, socket, head, rest, signedIn: signedIn(person as PersonId) });
		});
		return [server, signal];
	}

	#listen(port: number): Promise<void> {
		return new Promise((resolve) => {
			this.#server.listen(port, '127.0.0.1', () => {
				this.port = (this.#server.address() as AddressInfo).port;
				resolve();
			});
		});
	}

	admit(session: SessionId, ...people: PersonId[]): void {
		this.admitted.set(session, new Set([...(this.admitted.get(session) ?? []), ...people]));
	}

	stepAside(session: SessionId, ...people: PersonId[]): void {
		for (const person of people) this.aside.add(person);
		for (const listener of this.#regrouped) listener(session);
	}

	remove(session: SessionId, person: PersonId): void {
		this.admitted.get(session)?.delete(person);
		for (const listener of this.#lost) listener(session, person);
	}

	endSignIn(person: PersonId, became: string | null): void {
		for (const listener of this.#ended) listener({ person, signIn: signedIn(person).signIn, became });
	}

	ticket(session: SessionId, person: PersonId, userAgent?: string): Promise<MediaTicket> {
		return this.signal.ticket(signedIn(person), session, userAgent);
	}

	/** A socket to the signalling server, opened as PeerJS opens it. */
	connect(ticket: Pick<MediaTicket, 'id' | 'token' | 'path'>, person: PersonId): Client {
		const query = `key=peerjs&id=${ticket.id}&token=${ticket.token}&version=1.5.5`;
		const client = new Client(`ws://127.0.0.1:${this.port}${ticket.path}peerjs?${query}`, person);
		this.#clients.push(client);
		return client;
	}

	async join(session: SessionId, person: PersonId): Promise<Client> {
		const client = this.connect(await this.ticket(session, person), person);
		await client.heard('OPEN');
		return client;
	}

	/** Ends the process's part and begins anew on the same port and the same keys, as a restart does. */
	async restart(meanwhile: () => Promise<void> = async () => undefined): Promise<void> {
		await this.#stop();
		await meanwhile();
		[this.#server, this.signal] = this.#build();
		await this.#listen(this.port);
	}

	#stop(): Promise<void> {
		this.signal.close();
		const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
		this.#server.closeAllConnections();
		return closed;
	}

	async close(): Promise<void> {
		for (const client of this.#clients) client.socket.terminate();
		await this.#stop();
		await this.sfu?.close();
		this.#vault.close();
		rmSync(this.#directory, { recursive: true });
	}
}

/** Everything a socket was told. */
export class Client {
	readonly socket: WebSocket;
	readonly messages: ServerMessage[] = [];
	readonly id: string;
	readonly closed: Promise<number>;
	readonly #wake = new Set<() => void>();

	constructor(url: string, person: PersonId) {
		this.id = new URL(url).searchParams.get('id') ?? '';
		this.socket = new WebSocket(url, { headers: { cookie: `person=${person}` } });
		this.socket.on('error', () => undefined);
		this.socket.on('message', (data: Buffer) => {
			this.messages.push(JSON.parse(data.toString('utf8')) as ServerMessage);
			for (const wake of this.#wake) wake();
		});
		this.closed = new Promise((resolve) => this.socket.on('close', resolve));
	}

	send(message: unknown): void {
		this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
	}

	of<Type extends ServerMessage['type']>(type: Type): Extract<ServerMessage, { type: Type }>[] {
		return this.messages.filter((one) => one.type === type) as Extract<ServerMessage, { type: Type }>[];
	}

	/** Waits until it was told `count` messages of this type. */
	async heard(type: ServerMessage['type'], count = 1): Promise<void> {
		while (this.of(type).length < count) {
			await new Promise<void>((resolve, reject) => {
				const overdue = setTimeout(() => reject(new Error(`no ${type} in 5 s`)), 5_000);
				const wake = () => {
					clearTimeout(overdue);
					this.#wake.delete(wake);
					resolve();
				};
				this.#wake.add(wake);
				void this.closed.then(wake);
			});
			if (this.socket.readyState === WebSocket.CLOSED && this.of(type).length < count) {
				throw new Error(`closed before ${type}`);
			}
		}
	}

	/** Waits until everything sent so far was dealt with. */
	async settled(): Promise<void> {
		const beats = this.of('HEARTBEAT').length;
		this.send({ type: 'HEARTBEAT' });
		await this.heard('HEARTBEAT', beats + 1);
	}
}

function signedIn(person: PersonId): SignedIn {
	return { person, signIn: `sign-in of ${person}` } as SignedIn;
}
