import { randomBytes } from 'node:crypto';
import { WebSocket } from 'ws';
import * as v from 'valibot';

/** Janus forgets a session that says nothing for a minute. */
const KEEP_ALIVE_MS = 25_000;
/** On one machine, an answer that takes so long will not come. */
const ANSWER_MS = 8_000;

const Description = v.object({ type: v.picklist(['offer', 'answer']), sdp: v.string() });

/** A session description, as Janus takes and gives it. */
export type Description = v.InferOutput<typeof Description>;

const Message = v.looseObject({
	janus: v.string(),
	transaction: v.optional(v.string()),
	sender: v.optional(v.number()),
	data: v.optional(v.looseObject({ id: v.optional(v.number()) })),
	plugindata: v.optional(v.looseObject({ data: v.record(v.string(), v.unknown()) })),
	jsep: v.optional(v.looseObject(Description.entries)),
	error: v.optional(v.looseObject({ reason: v.optional(v.string()) }))
});
type Message = v.InferOutput<typeof Message>;

/** What a plug-in answered. */
export interface Answer {
	data: Record<string, unknown>;
	jsep: Description | null;
}

/** Janus did not do what it was asked, or is gone. */
export class JanusError extends Error {
	override readonly name = 'JanusError';
	/** Janus's own number of what went wrong, where it gave one. */
	readonly code: number | null;

	constructor(message: string, code: unknown = null) {
		super(message);
		this.code = typeof code === 'number' ? code : null;
	}
}

interface Waiting {
	resolve(message: Message): void;
	reject(error: JanusError): void;
	overdue: NodeJS.Timeout;
	/** What a plug-in is asked is acknowledged first, and answered by an event of the same transaction. */
	endsWithAck: boolean;
}

/** A session with Janus, in its JSON over a socket (https://janus.conf.meetecho.com/docs/rest.html, "WebSockets"). */
export class JanusClient {
	readonly #socket: WebSocket;
	readonly #secret: string;
	readonly #waiting = new Map<string, Waiting>();
	readonly #handles = new Map<number, JanusHandle>();
	readonly ended: Promise<void>;
	#session = 0;
	#beat: NodeJS.Timeout | undefined;

	private constructor(socket: WebSocket, secret: string) {
		this.#socket = socket;
		this.#secret = secret;
		socket.on('message', (data: Buffer) => this.#hear(data.toString('utf8')));
		socket.on('error', () => socket.terminate());
		this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
		void this.ended.then(() => this.#giveUp());
	}

	/** Throws when there is no Janus at this port yet, or one that does not know the secret. */
	static async connect(port: number, secret: string): Promise<JanusClient> {
		const socket = new WebSocket(`ws://127.0.0.1:${port}`, 'janus-protocol', { perMessageDeflate: false });
		await new Promise<void>((resolve, reject) => {
			socket.once('open', resolve);
			socket.once('error', reject);
		});
		const client = new JanusClient(socket, secret);
		const { data } = await client.ask({ janus: 'create' });
		client.#session = data?.id ?? 0;
		client.#beat = setInterval(() => {
			client.ask({ janus: 'keepalive' }).catch(() => socket.terminate());
		}, KEEP_ALIVE_MS);
		client.#beat.unref();
		return client;
	}

	/** Enters a room, to send or to receive. Nothing is left of one that could not be entered. */
	async enter(
		join: Record<string, unknown>,
		jsep?: Description & { e2ee: true }
	): Promise<{ handle: JanusHandle; answer: Answer }> {
		const handle = await this.attach();
		try {
			return { handle, answer: await handle.message(join, jsep) };
		} catch (error) {
			await handle.detach().catch(() => undefined);
			throw error;
		}
	}

	/** One person's way in or out of a room. */
	async attach(): Promise<JanusHandle> {
		const { data } = await this.ask({ janus: 'attach', plugin: 'janus.plugin.videoroom' });
		if (!data?.id) throw new JanusError('Janus gave no handle.');
		const handle = new JanusHandle(this, data.id);
		this.#handles.set(data.id, handle);
		return handle;
	}

	forget(handle: JanusHandle): void {
		this.#handles.delete(handle.id);
	}

	ask(request: { janus: string; handle_id?: number; [more: string]: unknown }): Promise<Message> {
		const transaction = randomBytes(9).toString('base64url');
		const session = this.#session ? { session_id: this.#session } : {};
		return new Promise((resolve, reject) => {
			if (this.#socket.readyState !== this.#socket.OPEN) return reject(new JanusError('Janus is gone.'));
			const overdue = setTimeout(() => {
				this.#waiting.delete(transaction);
				reject(new JanusError(`Janus did not answer ${request.janus}.`));
			}, ANSWER_MS);
			overdue.unref();
			const endsWithAck = request.janus !== 'message';
			this.#waiting.set(transaction, { resolve, reject, overdue, endsWithAck });
			this.#socket.send(JSON.stringify({ ...request, ...session, transaction, apisecret: this.#secret }));
		});
	}

	close(): void {
		this.#socket.terminate();
	}

	#hear(frame: string): void {
		const parsed = v.safeParse(Message, JSON.parse(frame));
		if (!parsed.success) return;
		const message = parsed.output;
		const waiting = message.transaction ? this.#waiting.get(message.transaction) : undefined;
		if (waiting && message.transaction) {
			if (message.janus === 'ack' && !waiting.endsWithAck) return;
			clearTimeout(waiting.overdue);
			this.#waiting.delete(message.transaction);
			const reason = message.janus === 'error' ? message.error?.reason : message.plugindata?.data.error;
			const code = message.plugindata?.data.error_code;
			if (reason !== undefined) waiting.reject(new JanusError(String(reason), code));
			else waiting.resolve(message);
			return;
		}
		if (message.sender === undefined) return;
		if (message.janus === 'hangup' || message.janus === 'detached') {
			this.#handles.get(message.sender)?.hungUp();
		}
	}

	#giveUp(): void {
		clearInterval(this.#beat);
		for (const { reject, overdue } of this.#waiting.values()) {
			clearTimeout(overdue);
			reject(new JanusError('Janus is gone.'));
		}
		this.#waiting.clear();
		this.#handles.clear();
	}
}

/** One connection of one person with Janus. */
export class JanusHandle {
	readonly id: number;
	readonly #client: JanusClient;
	/** Told when Janus lost the browser, or ended the connection. */
	onhangup: (() => void) | null = null;

	constructor(client: JanusClient, id: number) {
		this.#client = client;
		this.id = id;
	}

	async message(body: Record<string, unknown>, jsep?: Description & { e2ee: true }): Promise<Answer> {
		const answer = await this.#client.ask({
			janus: 'message',
			handle_id: this.id,
			body,
			...(jsep ? { jsep } : {})
		});
		return { data: answer.plugindata?.data ?? {}, jsep: answer.jsep ?? null };
	}

	async trickle(candidate: object): Promise<void> {
		await this.#client.ask({ janus: 'trickle', handle_id: this.id, candidate });
	}

	hungUp(): void {
		this.onhangup?.();
	}

	/** Ends it; media stop at once. */
	async detach(): Promise<void> {
		this.onhangup = null;
		this.#client.forget(this);
		await this.#client.ask({ janus: 'detach', handle_id: this.id });
	}
}
