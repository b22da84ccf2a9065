import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Reachable } from '../../src/lib/protocol/media-ticket.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { Carriage, type SfuRules } from './carriage.ts';
import { onlyReceives } from './only-receives.ts';
import { withoutAddresses } from './relay-only.ts';
import type { Caller, SignalConnection } from './signal-connection.ts';

export interface RoomRules {
	/** Asked for every message, of its sender and of its receiver (R32). */
	isAdmitted(person: PersonId): boolean;
	/** Whether anything may pass between two people who are admitted; asked for every message, too. */
	mayReach(one: PersonId, other: PersonId): boolean;
	/** Whether the person may send voice and pictures; asked for every offer and answer. */
	maySend(person: PersonId): boolean;
	relayOnly: boolean;
	/** Null where there is none. */
	sfu: SfuRules | null;
	failed(error: unknown): void;
}

/** The signalling of one session's room: who is connected, one connection a person, and what passes between them. */
export class SignalRoom {
	readonly #rules: RoomRules;
	readonly #connections = new Map<PersonId, SignalConnection>();
	/** Whom each connection was last told of, by their ids in the call. */
	readonly #named = new WeakMap<SignalConnection, ReadonlySet<string>>();

	readonly carriage: Carriage;

	constructor(rules: RoomRules) {
		this.#rules = rules;
		this.carriage = new Carriage(rules.sfu, {
			callers: () => this.connections.map(({ caller }) => caller),
			mayReach: (one, other) => rules.mayReach(one.person, other.person),
			tell: (id, payload) => this.#byId(id)?.send({ type: 'SFU', payload }),
			moved: () => this.#tellWhoIsReachable(),
			failed: rules.failed
		});
	}

	get isEmpty(): boolean {
		return this.#connections.size === 0;
	}

	get connections(): SignalConnection[] {
		return [...this.#connections.values()];
	}

	/** Whom a person may call now, themselves among them. */
	reachableFor(me: PersonId): Reachable[] {
		return this.connections
			.map(({ caller: { person, id } }) => ({ person, id }))
			.filter(({ person }) =>
				person === me ? this.#rules.isAdmitted(me) : this.#rules.mayReach(me, person)
			);
	}

	/** Who may reach whom has changed: those now parted are told to end their link, from both sides. */
	regroup(): void {
		this.carriage.regroup();
		this.#tellWhoIsReachable();
	}

	/** Ends what is left of somebody's part in the call, also when their socket went before. */
	end(isOver: (caller: Caller) => boolean, why: 'notAdmitted' | 'signedOut'): void {
		for (const connection of this.connections) if (isOver(connection.caller)) this.cut(connection, why);
		const ended = this.carriage.end(isOver);
		for (const { id } of ended) for (const other of this.connections) other.send({ type: 'LEAVE', src: id });
		if (ended.length > 0) this.#tellWhoIsReachable();
	}

	/** A sign-in got a new token, and keeps its sockets and its media. */
	rename(signIn: string, became: string): void {
		for (const { caller } of this.connections) if (caller.signIn === signIn) caller.signIn = became;
		this.carriage.rename(signIn, became);
	}

	close(): void {
		this.carriage.close();
		for (const connection of this.connections) connection.end('restarting');
	}

	/** Opens the connection, after closing the same person's older one. An older ticket than theirs is refused. */
	enter(connection: SignalConnection): boolean {
		const { person, id, issuedAt } = connection.caller;
		const other = this.#connections.get(person);
		if (other && other.caller.issuedAt > issuedAt) {
			connection.send({ type: 'ID-TAKEN' });
			connection.end('takenOver');
			return false;
		}
		this.#connections.set(person, connection);
		if (other && other.caller.id !== id) {
			other.send({ type: 'ID-TAKEN' });
			this.#tellOthers(other, { type: 'LEAVE', src: other.caller.id });
		}
		other?.end('takenOver');
		// The same person under a new id has loaded the page anew.
		this.carriage.end((caller) => caller.person === person && caller.id !== id);
		connection.send({ type: 'OPEN' });
		this.#tellWhoIsReachable();
		return true;
	}

	/** A socket is gone. Its links live on between the browsers, so nobody is told that the person left. */
	exit(connection: SignalConnection): void {
		if (this.#connections.get(connection.caller.person) !== connection) return;
		this.#connections.delete(connection.caller.person);
		this.#tellWhoIsReachable();
	}

	/** Ends the person's part in the call: every other browser closes its link to them. */
	cut(connection: SignalConnection, why: 'left' | 'notAdmitted' | 'signedOut'): void {
		this.carriage.end(({ id }) => id === connection.caller.id);
		this.#tellOthers(connection, { type: 'LEAVE', src: connection.caller.id });
		this.exit(connection);
		connection.end(why);
	}

	connectionOf(person: PersonId): SignalConnection | undefined {
		return this.#connections.get(person);
	}

	/** Whether the message would open a way for voice or pictures of somebody who only looks on. */
	overreaches(from: SignalConnection, message: IncomingMessage): boolean {
		const describes = message.type === 'OFFER' || message.type === 'ANSWER';
		const feeds = message.type === 'SFU' && message.payload.act === 'send';
		if ((!describes && !feeds) || this.#rules.maySend(from.caller.person)) return false;
		return !describes || !onlyReceives(message.payload.sdp.sdp);
	}

	/** Passes a message on, its source stamped. What has nobody to go to comes back as EXPIRE; nothing is kept. */
	relay(from: SignalConnection, message: IncomingMessage): void {
		const src = from.caller.id;
		if (message.type === 'HEARTBEAT') return from.send({ type: 'HEARTBEAT' });
		if (message.type === 'LEAVE' && !message.dst) return this.cut(from, 'left');
		if (message.type === 'CAN') return this.carriage.can(from.caller);
		if (message.type === 'SFU') return this.carriage.hear(from.caller, message.payload);
		const to = this.#reach(from, message.dst);
		if (!to || to === from) return from.send({ type: 'EXPIRE', src: message.dst ?? '' });
		const { type } = message;
		if (type === 'LEAVE' || type === 'RESTART' || type === 'MOVED') return to.send({ type, src });
		if (type === 'KEY' || type === 'NOTE') return to.send({ type, src, payload: message.payload });
		const passed = this.#rules.relayOnly ? withoutAddresses(message) : message;
		if (passed) to.send({ type: passed.type, src, payload: passed.payload });
	}

	#byId(id: string | undefined): SignalConnection | undefined {
		return this.connections.find(({ caller }) => caller.id === id);
	}

	#reach(from: SignalConnection, id: string | undefined): SignalConnection | undefined {
		const to = this.#byId(id);
		return to && this.#rules.mayReach(from.caller.person, to.caller.person) ? to : undefined;
	}

	#tellOthers(about: SignalConnection, message: { type: 'LEAVE'; src: string }): void {
		for (const other of this.connections) {
			if (other !== about && this.#named.get(other)?.has(message.src)) other.send(message);
		}
	}

	#tellWhoIsReachable(): void {
		const { carrier, epoch } = this.carriage;
		const connected = new Set(this.connections.map(({ caller }) => caller.id));
		for (const connection of this.connections) {
			const peers = this.reachableFor(connection.caller.person);
			const ids = new Set(peers.map(({ id }) => id));
			for (const src of this.#named.get(connection) ?? []) {
				if (connected.has(src) && !ids.has(src)) connection.send({ type: 'LEAVE', src });
			}
			this.#named.set(connection, ids);
			connection.send({ type: 'PEERS', payload: { peers, carrier, epoch } });
		}
	}
}
