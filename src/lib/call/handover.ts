import type { PersonId } from '#lib/domain/ids.ts';
import type { Carrier } from '#lib/protocol/sfu-protocol.ts';
import type { LinkState, TransportEvents } from './media-transport.ts';
import { PersonWay } from './person-way.ts';

/** While a room moves, how often it is looked whether the other way has begun to carry. */
const LOOK_EVERY_MS = 100;
/** A link of the mesh outlives its use by so long: what is still on its way is heard. */
const RETIRE_AFTER_MS = 1_500;

interface HandoverOptions {
	events: Pick<TransportEvents, 'link' | 'track'>;
	/** I have this person through the SFU: they are to know. */
	tellMoved(person: PersonId): void;
	/** Neither of us needs our link in the mesh any more. */
	retire(person: PersonId): void;
}

/** By which way each person reaches me, and the passage from the mesh to the SFU: each by themselves, made before broken. */
export class Handover {
	readonly #options: HandoverOptions;
	readonly #ways = new Map<PersonId, PersonWay>();
	/** Who has me through the SFU, and who knows that I have them so. */
	readonly #haveMe = new Set<PersonId>();
	readonly #told = new Set<PersonId>();
	#looking: ReturnType<typeof setInterval> | undefined;

	constructor(options: HandoverOptions) {
		this.#options = options;
	}

	/** Where the events of one of the two go. */
	eventsOf(carrier: Carrier): Pick<TransportEvents, 'link' | 'track'> {
		return {
			link: (person, state) => this.#link(carrier, person, state),
			track: (person, kind, track) => this.#ways.get(person)?.track(carrier, kind, track)
		};
	}

	/** The room is moving to the SFU. */
	begin(): void {
		this.end();
		this.#haveMe.clear();
		this.#told.clear();
		this.#looking = setInterval(() => this.#look(), LOOK_EVERY_MS);
	}

	/** The room is in the mesh, or left. */
	end(): void {
		clearInterval(this.#looking);
		this.#looking = undefined;
	}

	hearMoved(person: PersonId): void {
		this.#haveMe.add(person);
	}

	hasMesh(person: PersonId): boolean {
		return this.#ways.get(person)?.hasMesh ?? false;
	}

	/** The way by which everyone is reached now; null while it is not the same for all, or there is nobody. */
	get wayOfAll(): Carrier | null {
		const ways = new Set([...this.#ways.values()].map(({ shown }) => shown));
		const [only = null] = ways;
		return ways.size === 1 ? only : null;
	}

	/** Of everyone who is reached, what the way that is shown says. */
	shown<Value>(by: Record<Carrier, ReadonlyMap<PersonId, Value>>): Map<PersonId, Value> {
		const values = new Map<PersonId, Value>();
		for (const [person, { shown }] of this.#ways) {
			const value = shown === null ? undefined : by[shown].get(person);
			if (value !== undefined) values.set(person, value);
		}
		return values;
	}

	/** Moves each person over as soon as they arrive by the new way, and lets go of the old one when both have. */
	#look(): void {
		for (const [person, way] of this.#ways) {
			way.look(performance.now());
			if (way.shown !== 'sfu' || !way.hasMesh || this.#told.has(person)) continue;
			this.#told.add(person);
			this.#options.tellMoved(person);
		}
		for (const person of [...this.#haveMe].filter((one) => this.#told.has(one))) {
			this.#haveMe.delete(person);
			setTimeout(() => this.#looking !== undefined && this.#options.retire(person), RETIRE_AFTER_MS);
		}
	}

	#link(carrier: Carrier, person: PersonId, state: LinkState | null): void {
		const way = this.#ways.get(person) ?? this.#meet(person);
		way.link(carrier, state, performance.now());
		if (way.shown === null) this.#ways.delete(person);
	}

	#meet(person: PersonId): PersonWay {
		const { link, track } = this.#options.events;
		const way = new PersonWay({
			link: (state) => link(person, state),
			track: (kind, one) => track(person, kind, one)
		});
		this.#ways.set(person, way);
		return way;
	}
}
