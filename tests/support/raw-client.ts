import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import {
	ACKNOWLEDGE_PARAMETER,
	CAPTIONS_PARAMETER,
	MESSAGE,
	presenceMessage,
	readPresence,
	step1Message,
	step2Message,
	SYNC,
	updateMessage,
	type PresenceEntry
} from '../../src/lib/protocol/messages.ts';
import { cookieOf } from './test-sign-ins.ts';

interface To {
	port: number;
	document: DocumentId | string;
	person?: PersonId;
	origin?: string | null;
	acknowledge?: boolean;
	captions?: boolean;
}

/** A socket that speaks the protocol frame by frame, and remembers what it was told. */
export class RawClient {
	readonly socket: WebSocket;
	readonly doc = new Y.Doc();
	readonly frames: Uint8Array[] = [];
	/** The close code, once closed; the HTTP status when the upgrade was refused. */
	readonly closed: Promise<number>;
	readonly #waiting = new Set<() => void>();

	constructor({
		port,
		document,
		person,
		origin = `http://127.0.0.1:${port}`,
		acknowledge = true,
		captions
	}: To) {
		const asked = [acknowledge && `${ACKNOWLEDGE_PARAMETER}=1`, captions && `${CAPTIONS_PARAMETER}=1`];
		const query = `?${asked.filter(Boolean).join('&')}`;
		this.socket = new WebSocket(`ws://127.0.0.1:${port}/sync/${document}${query}`, {
			headers: person ? { cookie: cookieOf(person) } : {},
			...(origin === null ? {} : { origin })
		});
		this.socket.binaryType = 'nodebuffer';
		this.socket.on('message', (data: Buffer) => this.#hear(new Uint8Array(data)));
		this.closed = new Promise((resolve) => {
			this.socket.on('unexpected-response', (_request, { statusCode = 0 }) => resolve(statusCode));
			this.socket.on('close', (code) => resolve(code));
		});
		// What a close means is told by `closed`.
		this.socket.on('error', () => undefined);
		void this.closed.then(() => this.#wake());
	}

	/** Connects and is in sync. */
	static async join(to: To): Promise<RawClient> {
		const client = new RawClient(to);
		await client.opened();
		client.send(step1Message(Y.encodeStateVector(client.doc)));
		client.send(step2Message(new Uint8Array([0, 0])));
		await client.until(() => client.of(MESSAGE.SYNC, SYNC.STEP_2).length > 0);
		return client;
	}

	opened(): Promise<void> {
		return this.until(() => this.socket.readyState === WebSocket.OPEN);
	}

	send(frame: Uint8Array): void {
		this.socket.send(frame);
	}

	/** Changes its own copy, and sends that as an update. */
	edit(change: (doc: Y.Doc) => void): void {
		const before = Y.encodeStateVector(this.doc);
		this.doc.transact(() => change(this.doc));
		this.send(updateMessage(Y.encodeStateAsUpdate(this.doc, before)));
	}

	tellPresence(state: object | null, clock = 1, client = this.doc.clientID): void {
		this.send(presenceMessage([{ client, clock, json: JSON.stringify(state) }]));
	}

	/** The payloads of the frames of one kind so far. */
	of(kind: number, sub?: number): Uint8Array[] {
		const prefix = sub === undefined ? [kind] : [kind, sub];
		return this.frames
			.filter((frame) => prefix.every((byte, at) => frame[at] === byte))
			.map((frame) => decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(prefix.length))));
	}

	/** How many of its sync frames the server has called durable. */
	get acknowledged(): number {
		const last = this.frames.findLast((frame) => frame[0] === MESSAGE.ACKNOWLEDGEMENT);
		return last ? decoding.readVarUint(decoding.createDecoder(last.subarray(1))) : 0;
	}

	/** The latest presence of each client it was told of. */
	get presence(): Map<number, PresenceEntry & { state: Record<string, unknown> | null }> {
		const entries = this.of(MESSAGE.PRESENCE).flatMap(readPresence);
		return new Map(
			entries.map((entry) => [
				entry.client,
				{ ...entry, state: JSON.parse(entry.json) as Record<string, unknown> | null }
			])
		);
	}

	/** Waits until something holds. */
	async until(holds: () => boolean, withinMs = 5_000): Promise<void> {
		const late = Date.now() + withinMs;
		while (!holds()) {
			if (this.socket.readyState === WebSocket.CLOSED) throw new Error('closed while waiting');
			if (Date.now() > late) throw new Error(`did not happen in ${withinMs} ms: ${holds}`);
			await new Promise<void>((resolve) => {
				const wake = () => {
					clearTimeout(timer);
					this.#waiting.delete(wake);
					resolve();
				};
				const timer = setTimeout(wake, 20);
				this.#waiting.add(wake);
			});
		}
	}

	end(): void {
		this.socket.terminate();
	}

	#hear(frame: Uint8Array): void {
		this.frames.push(frame);
		const isContent = frame[0] === MESSAGE.SYNC && frame[1] !== SYNC.STEP_1;
		if (isContent) {
			Y.applyUpdate(this.doc, decoding.readVarUint8Array(decoding.createDecoder(frame.subarray(2))), this);
		}
		this.#wake();
	}

	#wake(): void {
		for (const wake of [...this.#waiting]) wake();
	}
}
