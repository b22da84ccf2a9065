import type { PersonId } from '../../src/lib/domain/ids.ts';
import { PRESENCE_BYTES, PRESENCE_INTERVAL_MS } from '../../src/lib/protocol/limits.ts';
import { presenceMessage, readPresence, type PresenceEntry } from '../../src/lib/protocol/messages.ts';
import type { Connection } from './connection.ts';
import { frameOf } from './frame.ts';

/** Clocks beyond this are no counting of a browser's. */
const CLOCK_MOST = 2 ** 40;
const CLIENT_MOST = 2 ** 32 - 1;
const LEFT = 'null';
/** The line under a pen that is still down, and a laser pointer: shown for those who may write, and no others. */
const FOR_WRITERS = new Set(['ink', 'laser']);
/** Where everyone is brought: said by those who lead, and nobody else. */
const FOR_LEADERS = new Set(['view']);
/** Presence that is due this soon goes along with an update. */
const ALONG_MS = 15;

interface State {
	connection: Connection | null;
	person: PersonId;
	/** The clock it came with, and the one it goes out with: that always rises, or others would not take it. */
	given: number;
	clock: number;
	json: string;
}

/**
 * Who is here on a document (R58). A connection speaks for one client id, its own; the server writes the
 * person into each state, so nobody can stand in for another. Kept in memory alone.
 */
export class Presence {
	readonly #audience: ReadonlySet<Connection>;
	readonly #ownerOf: (client: number) => PersonId | undefined;
	readonly #states = new Map<number, State>();
	readonly #changed = new Set<number>();
	readonly #now: () => number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** When the next message is due: on average one an interval, whether it goes alone or with an update. */
	#dueAt = 0;

	constructor(
		audience: ReadonlySet<Connection>,
		ownerOf: (client: number) => PersonId | undefined,
		now: () => number = Date.now
	) {
		this.#audience = audience;
		this.#ownerOf = ownerOf;
		this.#now = now;
	}

	/**
	 * Takes what a connection says of its own client id. The rest of the message is dropped without a word:
	 * a stock client repeats what it hears of others. Throws on bytes that are not presence.
	 */
	hear(connection: Connection, body: Uint8Array): void {
		for (const entry of readPresence(body)) {
			if (this.#speaksFor(connection, entry)) this.#take(connection, entry);
		}
	}

	/** Everyone here, as one frame, or null when there is nobody. */
	all(): Buffer | null {
		const here = [...this.#states].filter(([, { json }]) => json !== LEFT);
		return here.length === 0 ? null : this.#frame(here.map(([client]) => client));
	}

	/** Rights have changed: takes back what is shown of whoever may not write, or does not lead, any more. */
	recheck(): void {
		for (const [client, state] of this.#states) {
			const { connection, json } = state;
			if (!connection || (connection.mayWrite() && connection.leads())) continue;
			const shown = stamp(json, connection);
			if (shown === null || shown === json) continue;
			this.#states.set(client, { ...state, clock: state.clock + 1, json: shown });
			this.#change(client);
		}
	}

	leave(connection: Connection): void {
		const client = connection.client;
		const state = client === null ? undefined : this.#states.get(client);
		if (client !== null && state?.connection === connection) this.#remove(client, state);
	}

	/** What is about to go out, to be sent along with an update: one write for both. Null when nothing is. */
	takeAlong(): Buffer | null {
		if (this.#timer === undefined || this.#dueAt - this.#now() > ALONG_MS) return null;
		clearTimeout(this.#timer);
		this.#timer = undefined;
		return this.#takeChanged();
	}

	stop(): void {
		clearTimeout(this.#timer);
	}

	#speaksFor(connection: Connection, { client, json }: PresenceEntry): boolean {
		if (connection.client !== null) return connection.client === client;
		if (json === LEFT || client > CLIENT_MOST) return false;
		const owner = this.#states.get(client)?.person ?? this.#ownerOf(client);
		if (owner !== undefined && owner !== connection.person) return false;
		connection.client = client;
		return true;
	}

	#take(connection: Connection, { client, clock, json }: PresenceEntry): void {
		const known = this.#states.get(client);
		const isNew = known?.connection !== connection;
		if (Buffer.byteLength(json) > PRESENCE_BYTES || clock > CLOCK_MOST) return;
		if (!isNew && clock <= known.given) return;
		if (json === LEFT) return known && this.#remove(client, known);
		const stamped = stamp(json, connection);
		if (stamped === null) return;
		this.#states.set(client, {
			connection,
			person: connection.person,
			given: clock,
			clock: Math.max(clock, (known?.clock ?? -1) + 1),
			json: stamped
		});
		this.#change(client);
	}

	#remove(client: number, state: State): void {
		if (state.json === LEFT) return;
		this.#states.set(client, { ...state, connection: null, clock: state.clock + 1, json: LEFT });
		this.#change(client);
	}

	#change(client: number): void {
		this.#changed.add(client);
		if (this.#timer !== undefined) return;
		this.#dueAt = Math.max(this.#now(), this.#dueAt) + PRESENCE_INTERVAL_MS;
		this.#timer = setTimeout(() => this.#flush(), this.#dueAt - this.#now());
	}

	#flush(): void {
		this.#timer = undefined;
		const only = this.#changed.size === 1 ? this.#changed.values().next().value : undefined;
		const frame = this.#takeChanged();
		for (const connection of this.#audience) {
			// Nobody needs to hear of themselves alone.
			if (connection.client !== only) connection.outlet.sendPresence(frame);
		}
	}

	#takeChanged(): Buffer {
		const frame = this.#frame([...this.#changed]);
		this.#changed.clear();
		return frame;
	}

	#frame(clients: readonly number[]): Buffer {
		return frameOf(
			presenceMessage(
				clients.map((client) => {
					const { clock, json } = this.#states.get(client)!;
					return { client, clock, json };
				})
			)
		);
	}
}

/** The state with its person written in by us, or null when it is not a JSON object. */
function stamp(json: string, connection: Connection): string | null {
	let state: unknown;
	try {
		state = JSON.parse(json);
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
	if (typeof state !== 'object' || state === null || Array.isArray(state)) return null;
	const isShown = (key: string) =>
		FOR_WRITERS.has(key) ? connection.mayWrite() : !FOR_LEADERS.has(key) || connection.leads();
	const shown = Object.entries(state).filter(([key]) => isShown(key));
	return JSON.stringify({ ...Object.fromEntries(shown), person: connection.person });
}
