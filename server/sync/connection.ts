import type { Duplex } from 'node:stream';
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import { FIRST_STEP_2_BYTES, FRAME_BYTES, STATE_VECTOR_BYTES } from '../../src/lib/protocol/limits.ts';
import {
	acknowledgementMessage,
	KEEP_ALIVE_MESSAGE,
	MESSAGE,
	readCaption,
	step1Message,
	step2Message,
	SYNC
} from '../../src/lib/protocol/messages.ts';
import type { Access } from './access.ts';
import { CaptionInlet } from './captions.ts';
import { frameOf } from './frame.ts';
import { Inlet } from './inlet.ts';
import type { LiveDocument } from './live-document.ts';
import { Outlet } from './outlet.ts';
import { ProtocolError } from './protocol-error.ts';
import { readRefusal } from './read-refusal.ts';

const KEEP_ALIVE_FRAME = frameOf(KEEP_ALIVE_MESSAGE);

export interface Caller {
	person: PersonId;
	/** The sign-in the socket came with: when that ends, so does this. */
	signIn: string;
	wantsAcknowledgements: boolean;
	wantsCaptions: boolean;
}

/** One socket on one document. */
export class Connection {
	readonly caller: Caller;
	readonly document: LiveDocument;
	readonly inlet: Inlet;
	readonly outlet: Outlet;
	readonly #access: Access;
	readonly #captions: CaptionInlet;
	/** The Yjs client id it speaks for in presence, once it has said so (R58). */
	client: number | null = null;
	/** Whether its first step 1 was answered: updates are relayed from then on. */
	isJoined = false;
	/** Whether what was written while it was away has come. */
	#cameBack = false;
	#counted = 0;
	#acknowledged = 0;
	#syncedAt: Uint8Array | undefined;
	pingedAt: number;

	constructor(
		{ socket, raw, caller }: { socket: WebSocket; raw: Duplex; caller: Caller },
		{ document, access, now }: { document: LiveDocument; access: Access; now: () => number }
	) {
		this.caller = caller;
		this.document = document;
		this.#access = access;
		this.pingedAt = now();
		this.inlet = new Inlet(socket, now);
		this.#captions = new CaptionInlet(this, access, now);
		this.outlet = new Outlet(
			socket,
			raw,
			{
				presence: () => this.#sendPresence(),
				resync: () => document.answer(this, this.#syncedAt)
			},
			now
		);
	}

	get person(): PersonId {
		return this.caller.person;
	}

	/** Asks for what the client has that we do not, and says who is here. */
	greet(): void {
		this.outlet.send(frameOf(step1Message(this.document.stateVector())));
		this.#sendPresence();
	}

	/** Handles one frame. Throws ProtocolError, which ends the connection. */
	receive(frame: Buffer, isBinary: boolean): void {
		if (!isBinary || frame.length === 0) throw new ProtocolError(CLOSE.MALFORMED, 'not a binary message');
		const isFirstStep2 = !this.#cameBack && frame[0] === MESSAGE.SYNC && frame[1] === SYNC.STEP_2;
		if (frame.length > (isFirstStep2 ? FIRST_STEP_2_BYTES : FRAME_BYTES)) {
			throw new ProtocolError(CLOSE.TOO_LARGE, 'frame too large');
		}
		this.inlet.take(isFirstStep2 ? 0 : frame.length);
		const refused = this.readRefusal();
		if (refused) throw refused;
		try {
			this.#handle(frame);
		} catch (error) {
			if (error instanceof ProtocolError) throw error;
			// Reading past the end of a frame: the bytes are not of this protocol.
			throw new ProtocolError(CLOSE.MALFORMED, 'malformed', null);
		}
	}

	/** Why the person may not read the document now, or null. */
	readRefusal(): ProtocolError | null {
		return readRefusal(this.#access, this.person, this.document.head);
	}

	mayWrite(): boolean {
		return this.#access.mayOpen(this.person, 'write', this.document.head);
	}

	leads(): boolean {
		return this.#access.leads(this.document.head.session, this.person);
	}

	/** How many sync frames have come so far: what the next acknowledgement may reach. */
	get counted(): number {
		return this.#counted;
	}

	/** Says that the first `count` sync frames are durable, to a client that asked to be told. */
	acknowledge(count: number): void {
		// Before the first step 2, an update may rest on words that are still to come.
		if (!this.#cameBack || !this.caller.wantsAcknowledgements || count <= this.#acknowledged) return;
		this.#acknowledged = count;
		this.outlet.send(frameOf(acknowledgementMessage(count)));
	}

	/** Brings the client up to date with `diff`; relays follow from now on. */
	join(diff: Uint8Array, stateVector: Uint8Array): void {
		this.isJoined = true;
		this.#syncedAt = stateVector;
		this.outlet.sendLong(step2Message(diff));
	}

	keepAlive(): void {
		this.outlet.send(KEEP_ALIVE_FRAME);
	}

	#handle(frame: Buffer): void {
		const decoder = decoding.createDecoder(frame);
		const kind = decoding.readVarUint(decoder);
		if (kind === MESSAGE.SYNC)
			this.#handleSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
		else if (kind === MESSAGE.PRESENCE)
			this.document.presence.hear(this, decoding.readVarUint8Array(decoder));
		else if (kind === MESSAGE.QUERY_PRESENCE)
			this.outlet.send(this.document.presence.all() ?? KEEP_ALIVE_FRAME);
		else if (kind === MESSAGE.CAPTION) this.#hearCaption(decoder);
		else throw new ProtocolError(CLOSE.MALFORMED, 'unknown kind of message');
	}

	#hearCaption(decoder: decoding.Decoder): void {
		// Whose it is, the server knows: what a client says of that is not read.
		const { person: _said, ...typed } = readCaption(decoder);
		this.#captions.hear(typed);
	}

	#handleSync(kind: number, payload: Uint8Array): void {
		if (kind === SYNC.STEP_1) {
			if (payload.length > STATE_VECTOR_BYTES) throw new ProtocolError(CLOSE.TOO_LARGE, 'too large');
			return this.document.answer(this, payload);
		}
		if (kind !== SYNC.STEP_2 && kind !== SYNC.UPDATE) {
			throw new ProtocolError(CLOSE.MALFORMED, 'unknown kind of sync message');
		}
		if (kind === SYNC.STEP_2) this.#cameBack = true;
		this.#counted++;
		this.document.receive(this, payload, this.#cameBack);
	}

	#sendPresence(): void {
		const everyone = this.document.presence.all();
		if (everyone) this.outlet.sendPresence(everyone);
	}
}
