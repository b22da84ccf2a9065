import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Config } from '../config.ts';
import type { Vault } from '../vault/vault.ts';
import { type Cookie, cookie, cookieName, readCookie } from './cookies.ts';
import { newToken } from './token.ts';

const KNOWN_MS = 365 * 24 * 3_600_000;

/**
 * Browsers in which somebody has signed in before. Their tries are counted on their own, so that no stranger's
 * wrong guesses can lock a person out (R16). The cookie signs nobody in.
 */
export class KnownBrowsers {
	readonly #config: Pick<Config, 'secure'>;
	readonly #vault: Vault;

	constructor(config: Pick<Config, 'secure'>, vault: Vault) {
		this.#config = config;
		this.#vault = vault;
	}

	cookieFor(person: PersonId): Cookie {
		const nonce = newToken();
		return cookie(this.#config, 'known', `${nonce}.${this.#sign(person, nonce)}`, KNOWN_MS);
	}

	/** A name for this browser when the person was here before, else null. */
	nameOf(cookieHeader: string | null | undefined, person: PersonId): string | null {
		const value = readCookie(cookieHeader, cookieName(this.#config, 'known'));
		const [nonce, signature] = value?.split('.') ?? [];
		return nonce && signature === this.#sign(person, nonce) ? nonce : null;
	}

	#sign(person: PersonId, nonce: string): string {
		return this.#vault.fingerprint('known-browser', `${person}|${nonce}`);
	}
}
