import { timingSafeEqual } from 'node:crypto';
import { parseId, type PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { address, type Config } from '../config.ts';
import type { Vault } from '../vault/vault.ts';
import { RESET_LINK_MS } from './lifetimes.ts';
import type { Passwords } from './passwords.ts';

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
		const signature = await this.#sign(person, until);
		return `${address(config)}/sign-in/reset#${person}.${until}.${signature}`;
	}

	/** Whose link it is. Throws a Refusal when it is too old, used or changed. */
	async open(token: unknown): Promise<PersonId> {
		const [id, until = '', signature = ''] = typeof token === 'string' ? token.split('.') : [];
		const person = parseId<'person'>(id);
		if (!person || !(Number(until) > this.#now())) throw badLink();
		const expected = Buffer.from(await this.#sign(person, until));
		const given = Buffer.from(signature);
		if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw badLink();
		return person;
	}

	async #sign(person: PersonId, until: string): Promise<string> {
		const mark = await this.#passwords.mark(person);
		return this.#vault.fingerprint('reset-link', `${person}|${until}|${mark}`);
	}
}

function badLink(): Refusal {
	return new Refusal(
		'not-found',
		'This link has been used, or it is older than 15 minutes. Please ask for a new one.'
	);
}
