import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Ground } from '../app.ts';
import { TokenBucket } from '../signal/token-bucket.ts';
import type { Rooms } from './rooms.ts';

/** A test takes about ten requests: five tests in a row, then one in about twenty seconds. */
const BURST = 50;
const PER_SECOND = 0.5;

/** Who may try their link to this server, and how often: its line is everybody's. */
export class LinkTests {
	readonly #ground: Ground;
	readonly #rooms: Pick<Rooms, 'standing'>;
	readonly #buckets = new Map<PersonId, TokenBucket>();

	constructor(ground: Ground, rooms: Pick<Rooms, 'standing'>) {
		this.#ground = ground;
		this.#rooms = rooms;
	}

	/** One request of a test. Throws Refusal: to strangers the session is as unknown as one that never was (R21). */
	async allow(person: PersonId, session: SessionId): Promise<void> {
		await this.#rooms.standing(person, session);
		const bucket = this.#buckets.get(person) ?? new TokenBucket(BURST, PER_SECOND, this.#ground.now);
		this.#buckets.set(person, bucket);
		if (!bucket.take()) throw new Refusal('too-many', 'That was many tests. Please wait a minute.');
	}
}
