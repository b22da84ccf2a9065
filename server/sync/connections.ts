import { WebSocketServer, type WebSocket } from 'ws';
import type { DocumentHead } from '../../src/lib/domain/documents.ts';
import { parseId, type DocumentId, type PersonId } from '../../src/lib/domain/ids.ts';
import { CLOSE } from '../../src/lib/protocol/close-codes.ts';
import {
	FIRST_STEP_2_BYTES,
	SOCKETS_OF_A_FACILITATOR,
	SOCKETS_OF_A_MEMBER
} from '../../src/lib/protocol/limits.ts';
import { ACKNOWLEDGE_PARAMETER, CAPTIONS_PARAMETER } from '../../src/lib/protocol/messages.ts';
import type { SignIns } from '../accounts/sign-ins.ts';
import type { Ground } from '../app.ts';
import { logFault } from '../http/fault-log.ts';
import type { Upgrade } from '../http/upgrades.ts';
import type { Access } from './access.ts';
import { Connection } from './connection.ts';
import { HeartBeat } from './heart-beat.ts';
import { InQuarantine, type LiveDocuments } from './live-documents.ts';
import { ProtocolError } from './protocol-error.ts';
import { readRefusal } from './read-refusal.ts';
import { Turnstile } from './turnstile.ts';

/** Documents that are being opened for sockets at the same time. */
const JOINS_IN_FLIGHT = 50;
/** How long sockets get to answer our close when we stop. */
const CLOSING_MS = 1_500;
/** The header of a step 2 comes on top of its largest payload. */
const FRAME_HEADER_BYTES = 16;

/** A person's first socket on a document has opened, or their last has closed. */
export interface PresenceEvent {
	head: DocumentHead;
	person: PersonId;
	here: boolean;
}

export type SignInLife = Pick<SignIns, 'onEnded' | 'touch'>;

interface Parts {
	ground: Ground;
	access: Access;
	signIns: SignInLife;
	live: LiveDocuments;
	headOf: (id: DocumentId) => Promise<DocumentHead | null>;
}

/** All open sockets of `/sync`. */
export class Connections {
	readonly #parts: Parts;
	readonly #server = new WebSocketServer({
		noServer: true,
		maxPayload: FIRST_STEP_2_BYTES + FRAME_HEADER_BYTES,
		perMessageDeflate: false
	});
	readonly #open = new Set<Connection>();
	readonly #ofPerson = new Map<PersonId, number>();
	readonly #listeners: ((event: PresenceEvent) => void)[] = [];
	readonly #joins = new Turnstile(JOINS_IN_FLIGHT);
	readonly #heartBeat: HeartBeat;
	#isClosing = false;

	constructor(parts: Parts) {
		this.#parts = parts;
		this.#heartBeat = new HeartBeat(this.#open, parts);
		parts.signIns.onEnded(({ signIn, became }) => {
			for (const connection of this.#open) {
				if (connection.caller.signIn !== signIn) continue;
				if (became) connection.caller.signIn = became;
				else connection.outlet.close(CLOSE.SIGNED_OUT, 'signed out');
			}
		});
	}

	onPresence(listener: (event: PresenceEvent) => void): void {
		this.#listeners.push(listener);
	}

	accept(upgrade: Upgrade): void {
		this.#server.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (socket) => {
			// From its first moment: an oversized frame raises an error that would otherwise end the process (R35).
			socket.on('error', () => socket.terminate());
			socket.pause();
			this.#joins
				.pass(() => this.#welcome(socket, upgrade))
				.catch((error: unknown) => {
					if (!(error instanceof ProtocolError)) logFault('sync', error);
					const { code, message } = error instanceof ProtocolError ? error : NOT_NOW;
					socket.resume();
					socket.close(code, message);
				});
		});
	}

	/** Resolves when every socket has closed or had its time. */
	async close(): Promise<void> {
		this.#isClosing = true;
		this.#heartBeat.stop();
		await this.#parts.live.commit();
		const sockets = [...this.#server.clients];
		const closed = sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve)));
		for (const socket of sockets) {
			socket.resume();
			socket.close(CLOSE.RESTARTING, 'restarting');
		}
		let overdue: ReturnType<typeof setTimeout> | undefined;
		const time = new Promise((resolve) => (overdue = setTimeout(resolve, CLOSING_MS)));
		await Promise.race([Promise.all(closed), time]);
		clearTimeout(overdue);
		for (const socket of this.#server.clients) socket.terminate();
		this.#server.close();
	}

	async #welcome(socket: WebSocket, upgrade: Upgrade): Promise<void> {
		const { person, staff, signIn } = upgrade.signedIn;
		const { access, ground, live } = this.#parts;
		const head = await this.#mayOpen(person, upgrade.rest);
		const document = await live.open(head).catch((error: unknown) => {
			if (error instanceof InQuarantine) throw new ProtocolError(CLOSE.UNAVAILABLE, 'not now');
			throw error;
		});
		if (this.#isClosing) throw new ProtocolError(CLOSE.RESTARTING, 'restarting');
		if (socket.readyState !== socket.OPEN) return;
		const query = new URL(upgrade.request.url ?? '', 'http://localhost').searchParams;
		const caller = {
			...{ person, signIn },
			wantsAcknowledgements: query.has(ACKNOWLEDGE_PARAMETER),
			wantsCaptions: query.has(CAPTIONS_PARAMETER)
		};
		const connection = new Connection(
			{ socket, raw: upgrade.socket, caller },
			{ document, access, now: ground.now }
		);
		const refused = connection.readRefusal();
		if (refused) throw refused;
		// Asked last, with nothing to wait for until it is counted: many sockets at once are no way around it.
		const most = staff ? SOCKETS_OF_A_FACILITATOR : SOCKETS_OF_A_MEMBER;
		if ((this.#ofPerson.get(person) ?? 0) >= most)
			throw new ProtocolError(CLOSE.TOO_MANY, 'too many sockets');
		this.#attach(socket, connection);
		connection.greet();
		socket.resume();
	}

	/** The head of a document that the person may read. An unknown one is refused as a foreign one is (R21, R31). */
	async #mayOpen(person: PersonId, rest: string): Promise<DocumentHead> {
		const id = parseId<'document'>(rest);
		const head = id && (await this.#parts.headOf(id));
		if (head) await this.#parts.access.prepare(head.session, head);
		if (!head) throw new ProtocolError(CLOSE.NOT_FOUND, 'not found');
		const refused = readRefusal(this.#parts.access, person, head);
		if (refused) throw refused;
		return head;
	}

	#attach(socket: WebSocket, connection: Connection): void {
		const { document, person } = connection;
		const wasHere = isHere(connection);
		this.#open.add(connection);
		document.audience.add(connection);
		this.#ofPerson.set(person, (this.#ofPerson.get(person) ?? 0) + 1);
		socket.on('message', (data, isBinary) => this.#receive(connection, data as Buffer, isBinary));
		socket.on('pong', () => connection.inlet.heard());
		socket.on('close', () => this.#detach(connection));
		if (!wasHere) this.#tell({ head: document.head, person, here: true });
	}

	#detach(connection: Connection): void {
		const { document, person } = connection;
		this.#open.delete(connection);
		document.leave(connection);
		const left = (this.#ofPerson.get(person) ?? 1) - 1;
		if (left > 0) this.#ofPerson.set(person, left);
		else this.#ofPerson.delete(person);
		if (!isHere(connection)) this.#tell({ head: document.head, person, here: false });
	}

	#receive(connection: Connection, frame: Buffer, isBinary: boolean): void {
		// A socket that was told to go may still have frames on the way.
		if (!connection.outlet.isOpen) return;
		try {
			connection.receive(frame, isBinary);
		} catch (error) {
			if (!(error instanceof ProtocolError)) logFault('sync', error);
			const { code, message } = error instanceof ProtocolError ? error : NOT_NOW;
			connection.outlet.close(code, message);
			if (error instanceof ProtocolError && error.breach) this.#noteBreach(connection, error.breach);
		}
	}

	#noteBreach({ person, document }: Connection, breach: string): void {
		const event = { person, action: 'update.refused', object: document.head.id, detail: breach };
		this.#parts.ground.audit.record(event).catch((error: unknown) => logFault('sync audit', error));
	}

	#tell(event: PresenceEvent): void {
		for (const listener of this.#listeners) listener(event);
	}
}

const NOT_NOW = new ProtocolError(CLOSE.UNAVAILABLE, 'not now');

/** Whether the person has a socket on the document. */
function isHere({ document, person }: Connection): boolean {
	return [...document.audience].some((other) => other.person === person);
}
