import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Reachable } from '../../src/lib/protocol/media-ticket.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { onlyReceives } from './only-receives.ts';
import { withoutAddresses } from './relay-only.ts';
import type { SignalConnection } from './signal-connection.ts';

export interface RoomRules {
	/** Asked for every message, of its sender and of its receiver (R32). */
	isAdmitted(person: PersonId): boolean;
	/** Whether anything may pass between two people who are admitted; asked for every message, too. */
	mayReach(one: PersonId, other: PersonId): boolean;
	/** Whether the person may send voice and pictures; asked for every offer and answer. */
	maySend(person: PersonId): boolean;
	relayOnly: boolean;
}

/** The signalling of one session's room: who is connected, one connection a person, and what passes between them. */
export class SignalRoom {
	readonly #rules: RoomRules;
	readonly #connections = new Map<PersonId, SignalConnection>();
	/** Whom each connection was last told of, by their ids in the call. */
	readonly #named = new WeakMap<SignalConnection, ReadonlySet<string>>();

	constructor(rules: RoomRules) {
		this.#rules = rules;
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
		this.#tellWhoIsReachable();
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
		if (!describes || this.#rules.maySend(from.caller.person)) return false;
		return !onlyReceives(message.payload.sdp.sdp);
	}

	/** Passes a message on, its source stamped. What has nobody to go to comes back as EXPIRE; nothing is kept. */
	relay(from: SignalConnection, message: IncomingMessage): void {
		const src = from.caller.id;
		if (message.type === 'HEARTBEAT') return from.send({ type: 'HEARTBEAT' });
		if (message.type === 'LEAVE' && !message.dst) return this.cut(from, 'left');
		const to = this.#reach(from, message.dst);
		if (!to || to === from) return from.send({ type: 'EXPIRE', src: message.dst ?? '' });
		if (message.type === 'LEAVE' || message.type === 'RESTART') return to.send({ type: message.type, src });
		const passed = this.#rules.relayOnly ? withoutAddresses(message) : message;
		if (passed) to.send({ type: passed.type, src, payload: passed.payload });
	}

	#reach(from: SignalConnection, id: string | undefined): SignalConnection | undefined {
		const to = this.connections.find(({ caller }) => caller.id === id);
		return to && this.#rules.mayReach(from.caller.person, to.caller.person) ? to : undefined;
	}

	#tellOthers(about: SignalConnection, message: { type: 'LEAVE'; src: string }): void {
		for (const other of this.connections) {
			if (other !== about && this.#named.get(other)?.has(message.src)) other.send(message);
		}
	}

	#tellWhoIsReachable(): void {
		const connected = new Set(this.connections.map(({ caller }) => caller.id));
		for (const connection of this.connections) {
			const peers = this.reachableFor(connection.caller.person);
			const ids = new Set(peers.map(({ id }) => id));
			for (const src of this.#named.get(connection) ?? []) {
				if (connected.has(src) && !ids.has(src)) connection.send({ type: 'LEAVE', src });
			}
			this.#named.set(connection, ids);
			connection.send({ type: 'PEERS', payload: { peers } });
		}
	}
}
