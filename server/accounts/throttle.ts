import { Refusal } from '../../src/lib/domain/refusal.ts';
import {
	deleteFailuresBefore,
	deleteFailuresOf,
	failuresSince,
	insertFailure
} from '../store/failed-sign-ins.ts';
import type { Store } from '../store/store.ts';
import type { Vault } from '../vault/vault.ts';

const WINDOW_MS = 15 * 60_000;

/** Failures in the window after which no more tries are let through (R16). */
const LIMITS = { account: 10, known: 10, code: 10, address: 30, device: 6 };
/** From this many failures on, each try must wait twice as long as the one before. */
const BACKOFF_FROM = 4;

/** Who or what is tried. `known` is one browser that its person signed in with before. */
export interface Subject {
	kind: keyof typeof LIMITS;
	key: string;
}

/** Counts failed tries; what is counted is kept as keyed hashes. */
export class Throttle {
	readonly #store: Store;
	readonly #vault: Vault;
	readonly #now: () => number;
	/** Tries that are being looked at: a hundred at once get no further than a hundred in a row. */
	readonly #underWay = new Map<string, number>();

	constructor(store: Store, vault: Vault, now: () => number) {
		this.#store = store;
		this.#vault = vault;
		this.#now = now;
	}

	/** Runs a try; null is a failure, and is counted. Throws a Refusal, without trying, after too many. */
	async guard<Result>(subjects: Subject[], attempt: () => Promise<Result | null>): Promise<Result | null> {
		const keys = subjects.map((subject) => this.#key(subject));
		const underWay = keys.map((key) => this.#enter(key));
		try {
			for (const [index, subject] of subjects.entries()) {
				await this.#refuseTooMany(subject, keys[index]!, underWay[index]!);
			}
			const result = await attempt();
			await (result === null ? this.#count(keys) : this.#forgive(subjects, keys));
			return result;
		} finally {
			for (const key of keys) this.#leave(key);
		}
	}

	async #refuseTooMany({ kind }: Subject, key: string, underWay: number): Promise<void> {
		const now = this.#now();
		const failures = await failuresSince(this.#store.db, key, now - WINDOW_MS);
		const count = failures.length + underWay;
		const last = failures[0];
		if (count === 0 || last === undefined) {
			if (count >= LIMITS[kind]) throw tooMany(WINDOW_MS);
			return;
		}
		const oldest = failures.at(-1)!;
		const backoff = count < BACKOFF_FROM || kind === 'address' ? 0 : 1000 * 2 ** (count - BACKOFF_FROM);
		const until = count >= LIMITS[kind] ? oldest + WINDOW_MS : last + backoff;
		if (until > now) throw tooMany(until - now);
	}

	async #count(keys: string[]): Promise<void> {
		const at = this.#now();
		await this.#store.writer.commit([
			deleteFailuresBefore(this.#store.db, at - WINDOW_MS),
			...keys.map((subject) => insertFailure(this.#store.db, { subject, at }))
		]);
	}

	/** A success clears the account's failures, never the address's: its other tries stay counted. */
	async #forgive(subjects: Subject[], keys: string[]): Promise<void> {
		const forgiven = keys.filter((_, index) => subjects[index]!.kind !== 'address');
		await this.#store.writer.commit(forgiven.map((key) => deleteFailuresOf(this.#store.db, key)));
	}

	#key({ kind, key }: Subject): string {
		return this.#vault.fingerprint('failed-sign-in', `${kind}|${key}`);
	}

	#enter(key: string): number {
		const before = this.#underWay.get(key) ?? 0;
		this.#underWay.set(key, before + 1);
		return before;
	}

	#leave(key: string): void {
		const left = (this.#underWay.get(key) ?? 1) - 1;
		if (left > 0) this.#underWay.set(key, left);
		else this.#underWay.delete(key);
	}
}

function tooMany(waitMs: number): Refusal {
	const seconds = Math.ceil(waitMs / 1000);
	const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
	return new Refusal(
		'too-many',
		`There were several tries that did not work. Please wait ${wait} and try again, or use a passkey or a link from your facilitator.`
	);
}

/** The part of an address that one household or one office shares. */
export function addressSubject(address: string): Subject {
	const key = address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
	return { kind: 'address', key };
}
