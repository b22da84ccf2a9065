import { WebSocketServer, type WebSocket } from 'ws';
import { parseId, type PersonId, type SessionId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { IceServer, MediaTicket } from '../../src/lib/protocol/media-ticket.ts';
import { SIGNAL_FRAME_BYTES, SIGNAL_SILENCE_MS } from '../../src/lib/protocol/signal-protocol.ts';
import type { EndedSignIn, SignedIn, SignIns } from '../accounts/sign-ins.ts';
import type { Ground } from '../app.ts';
import { reachesAcrossNetworks } from '../config.ts';
import { logFault } from '../http/fault-log.ts';
import type { SocketAcceptor, Upgrade } from '../http/upgrades.ts';
import type { Access } from '../sync/access.ts';
import { refuseWhenFull } from './full-call.ts';
import { parseIncoming } from './incoming-message.ts';
import { mustOffer } from './must-offer.ts';
import { endSocket, SignalConnection } from './signal-connection.ts';
import { SignalRoom } from './signal-room.ts';
import { TicketOffice } from './ticket-office.ts';
import { JanusError } from '../sfu/janus-client.ts';
import type { Sfu } from '../sfu/sfu.ts';
import { TokenBucket } from './token-bucket.ts';
import { turnCredentials } from './turn-credentials.ts';

/** How often dead sockets are looked for. */
const LOOK_ROUND_MS = 15_000;
/** Tickets and connections a person may ask for: a flapping link needs one every two seconds. */
const BURST_CALLS = 40;
const CALLS_A_SECOND = 1;

export interface Signal {
	/** Takes over an upgrade to `/signal/<session>/peerjs`. */
	accept: SocketAcceptor;
	/** Throws a Refusal to whoever is not in the room. */
	ticket(signedIn: SignedIn, session: SessionId, userAgent?: string | null): Promise<MediaTicket>;
	/** What opens the relay for whoever tries whether it works; empty where there is none. */
	relaysFor(person: PersonId): IceServer[];
	/** Whether larger calls go through an SFU. */
	readonly hasSfu: boolean;
	/**
	 * Answers a browser that tries whether its media would reach the SFU. Throws a Refusal when there is none, when it
	 * does not run, and to who asks very often.
	 */
	trySfu(person: PersonId, sdp: string): Promise<string>;
	/** Whether media have a way between networks: a relay, or an SFU that every call goes through. */
	readonly reachesAcrossNetworks: boolean;
	/** Whether a relay hides people's addresses from each other (R38). */
	readonly relayOnly: boolean;
	close(): void;
}

/** PeerJS's signalling, for people admitted to the same room alone (R36). */
export function createSignal({
	ground,
	access,
	signIns,
	sfu
}: {
	ground: Pick<Ground, 'config' | 'vault' | 'audit' | 'now'>;
	access: Pick<Access, 'prepare' | 'isAdmitted' | 'mayReach' | 'maySend' | 'onLost' | 'onRegrouped'>;
	signIns: Pick<SignIns, 'onEnded'>;
	/** Null where none is configured: all calls are meshes. */
	sfu: Sfu | null;
}): Signal {
	const { config, now } = ground;
	const office = new TicketOffice(ground.vault, now);
	const rooms = new Map<SessionId, SignalRoom>();
	const buckets = new Map<PersonId, TokenBucket>();
	const sockets = new WebSocketServer({
		noServer: true,
		maxPayload: SIGNAL_FRAME_BYTES,
		perMessageDeflate: false
	});
	const rounds = setInterval(endTheSilent, LOOK_ROUND_MS);
	rounds.unref();

	access.onLost((session, person) => {
		rooms.get(session)?.end((caller) => caller.person === person, 'notAdmitted');
	});

	sfu?.onChange((isUp) => {
		for (const room of rooms.values()) room.carriage.sfuChanged(isUp);
	});

	access.onRegrouped((session) => rooms.get(session)?.regroup());

	signIns.onEnded(followSignIn);

	return {
		...{ accept, ticket, relaysFor, trySfu, close },
		hasSfu: sfu !== null,
		reachesAcrossNetworks: reachesAcrossNetworks(config),
		relayOnly: config.turn !== null
	};

	function accept(upgrade: Upgrade): void {
		sockets.handleUpgrade(upgrade.request, upgrade.socket, upgrade.head, (socket) => {
			// From its first moment: an oversized frame raises an error that would otherwise end the process (R35).
			socket.on('error', () => socket.terminate());
			socket.pause();
			welcome(socket, upgrade).catch((error: unknown) => {
				if (!(error instanceof Refusal)) logFault('signal', error);
				endSocket(socket, 'notAdmitted');
			});
		});
	}

	async function welcome(socket: WebSocket, { request, rest, signedIn }: Upgrade): Promise<void> {
		const [, place = ''] = /^([^/]+)\/peerjs$/.exec(rest) ?? [];
		const session = parseId<'session'>(place);
		const query = new URL(request.url ?? '', 'http://localhost').searchParams;
		const id = query.get('id') ?? '';
		const { person, signIn } = signedIn;
		const issuedAt = session && office.check({ session, person }, id, query.get('token') ?? '');
		if (!session || !issuedAt || !mayCall(person)) return refuse(socket, signedIn, place);
		await access.prepare(session);
		if (!access.isAdmitted(session, person)) return refuse(socket, signedIn, place);
		if (socket.readyState !== socket.OPEN) return;
		const connection = new SignalConnection(socket, { id, person, signIn, issuedAt }, now);
		const room = roomOf(session);
		socket.on('message', (data, isBinary) =>
			receive(session, connection, isBinary ? '' : (data as Buffer).toString('utf8'))
		);
		socket.on('close', () => {
			room.exit(connection);
			if (!room.isEmpty || rooms.get(session) !== room) return;
			rooms.delete(session);
			room.close();
		});
		socket.resume();
		room.enter(connection);
	}

	function receive(session: SessionId, connection: SignalConnection, frame: string): void {
		const room = rooms.get(session);
		const { person } = connection.caller;
		if (room?.connectionOf(person) !== connection) return;
		if (!connection.mayReceive()) return end(room, connection, 'flooding');
		const message = parseIncoming(frame);
		if (!message) return end(room, connection, 'malformed');
		if (!access.isAdmitted(session, person)) return room.cut(connection, 'notAdmitted');
		if (room.overreaches(connection, message)) return end(room, connection, 'would-send');
		room.relay(connection, message);
	}

	function end(
		room: SignalRoom,
		connection: SignalConnection,
		why: 'flooding' | 'malformed' | 'would-send'
	): void {
		note(connection.caller.person, why, '');
		room.exit(connection);
		connection.end(why === 'flooding' ? why : 'malformed');
	}

	function refuse(socket: WebSocket, signedIn: SignedIn, place: string): void {
		note(signedIn.person, 'not-admitted', place.slice(0, 22));
		endSocket(socket, 'notAdmitted');
	}

	function note(person: PersonId, why: string, object: string): void {
		const recorded = ground.audit.record({ person, action: `signal.refused.${why}`, object });
		recorded.catch((error: unknown) => logFault('signal audit', error));
	}

	/** The relay, if there is one, for a person in a session, or for who tries whether it works. */
	function relaysFor(person: PersonId, session?: SessionId): IceServer[] {
		const { turn } = config;
		return turn ? [turnCredentials(turn, pseudonym(session ?? 'trial', person), now())] : [];
	}

	async function ticket(
		{ person }: SignedIn,
		session: SessionId,
		userAgent?: string | null
	): Promise<MediaTicket> {
		if (!mayCall(person)) {
			throw new Refusal('too-many', 'Your browser asked for the call very often. Please wait a moment.');
		}
		await access.prepare(session);
		if (!access.isAdmitted(session, person)) {
			throw new Refusal('not-found', 'The call opens for you when you are in the room.');
		}
		const room = rooms.get(session);
		const peers = room?.reachableFor(person) ?? [];
		refuseWhenFull(peers, person);
		const { turn } = config;
		return {
			...office.issue({ session, person }, mustOffer(userAgent)),
			path: `/signal/${session}/`,
			iceServers: relaysFor(person, session),
			relayOnly: turn !== null,
			carrier: room?.carriage.carrier ?? 'mesh',
			epoch: room?.carriage.epoch ?? 1,
			sends: access.maySend(session, person),
			peers
		};
	}

	async function trySfu(person: PersonId, sdp: string): Promise<string> {
		if (!sfu) throw new Refusal('not-found', 'No SFU is set up.');
		if (!mayCall(person)) throw new Refusal('too-many', 'Please wait a moment before you try again.');
		if (!sfu.isUp)
			throw new Refusal('conflict', 'Janus does not run at the moment. It is started again by itself.');
		return sfu.tryOut(sdp).catch((error: unknown) => {
			if (!(error instanceof JanusError)) throw error;
			throw new Refusal('conflict', `Janus did not take part: ${error.message}`);
		});
	}

	/** What the TURN server's log may show of a person. */
	function pseudonym(session: SessionId | 'trial', person: PersonId): string {
		return ground.vault.fingerprint('turn', `${session}|${person}`).slice(0, 16);
	}

	/** A sign-in that ended takes its sockets with it (R06); one that only got a new token keeps them (R05). */
	function followSignIn({ signIn, became }: EndedSignIn): void {
		for (const room of rooms.values()) {
			if (became) room.rename(signIn, became);
			else room.end((caller) => caller.signIn === signIn, 'signedOut');
		}
	}

	function endTheSilent(): void {
		for (const room of rooms.values()) {
			for (const connection of room.connections) {
				if (connection.silence > SIGNAL_SILENCE_MS) connection.end('restarting');
			}
		}
		for (const [person] of buckets) {
			if (![...rooms.values()].some((room) => room.connectionOf(person))) buckets.delete(person);
		}
	}

	function roomOf(session: SessionId): SignalRoom {
		const existing = rooms.get(session);
		if (existing) return existing;
		const room = new SignalRoom({
			isAdmitted: (person) => access.isAdmitted(session, person),
			mayReach: (one, other) => access.mayReach(session, one, other),
			maySend: (person) => access.maySend(session, person),
			relayOnly: config.turn !== null,
			sfu: sfu && config.sfu ? { sfu, above: config.sfu.above } : null,
			failed: (error) => logFault('sfu', error)
		});
		rooms.set(session, room);
		return room;
	}

	function mayCall(person: PersonId): boolean {
		const bucket = buckets.get(person) ?? new TokenBucket(BURST_CALLS, CALLS_A_SECOND, now);
		buckets.set(person, bucket);
		return bucket.take();
	}

	function close(): void {
		clearInterval(rounds);
		for (const room of rooms.values()) room.close();
		for (const socket of sockets.clients) endSocket(socket, 'restarting');
		sockets.close();
	}
}
