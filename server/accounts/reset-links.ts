import { timingSafeEqual } from 'node:crypto';
import { parseId, type PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { address, type Config } from '../config.ts';
import type { Vault } from '../vault/vault.ts';
import { RESET_LINK_MS } from './lifetimes.ts';
import type { Passwords } from './passwords.ts';

/** What a good link opens: whose password may be set anew, and the one that it takes the place of. */
export interface OpenedReset {
	person: PersonId;
	/** The row of the old password; null when there was none. */
	replaces: string | null;
	/** A name of this link that says nothing about it. */
	mark: string;
}

/**
 * Links to set a new password (R18). Nothing of one is stored: it is signed with the practice's key over the
 * person, the time and the password it replaces, so it dies with that password, and works once.
 */
export class ResetLinks {
	readonly #vault: Vault;
	readonly #passwords: Passwords;
	readonly #now: () => number;

	constructor(vault: Vault, passwords: Passwords, now: () => number) {
		this.#vault = vault;
		this.#passwords = passwords;
		this.#now = now;
	}

	async create(config: Pick<Config, 'publicOrigin' | 'port'>, person: PersonId): Promise<string> {
		const until = String(this.#now() + RESET_LINK_MS);
		const { signature } = await this.#sign(person, until);
		return `${address(config)}/sign-in/reset#${person}.${until}.${signature}`;
	}

	/** Throws a Refusal, the same for every link that does not open: too old, used, changed, or nobody's. */
	async open(token: unknown): Promise<OpenedReset> {
		const [id, until = '', signature = ''] = typeof token === 'string' ? token.split('.') : [];
		const person = parseId<'person'>(id);
		if (!person || !/^\d{1,15}$/.test(until) || Number(until) <= this.#now()) throw badLink();
		const { signature: right, replaces } = await this.#sign(person, until);
		const expected = Buffer.from(right);
		const given = Buffer.from(signature);
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badLink();
		return { person, replaces, mark: this.#vault.fingerprint('reset-link-used', signature) };
	}

	async #sign(person: PersonId, until: string): Promise<{ signature: string; replaces: string | null }> {
		const { row, hash } = await this.#passwords.mark(person);
		const signature = this.#vault.fingerprint('reset-link', `${person}|${until}|${row}|${hash}`);
		return { signature, replaces: row };
	}
}

/** What everyone is told whose link does not open. */
export function badLink(): Refusal {
	return new Refusal(
		'not-found',
		'This link has been used, or it is older than 15 minutes. Please ask for a new one.'
	);
}
