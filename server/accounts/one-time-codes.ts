import { randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import {
	credentialByLookup,
	deleteCredential,
	deleteCredentialsOf,
	useCredentialAt
} from '../store/credentials.ts';
import { type Statement, WriteConflict } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import type { Credentials } from './credentials.ts';

const PERIOD_S = 30;
/** A code of the period before or after still counts: clocks differ. */
const WINDOW = 1;
const RECOVERY_CODES = 10;
const ALPHABET = '23456789abcdefghjkmnpqrstuvwxyz';
const RECOVERY_LENGTH = 12;

interface TotpData {
	secret: string;
}

/** Codes from an app, and the recovery codes for the day it is lost; every one of them works once (R14). */
export class OneTimeCodes {
	readonly #credentials: Credentials;
	readonly #vault: Vault;

	constructor(credentials: Credentials, vault: Vault) {
		this.#credentials = credentials;
		this.#vault = vault;
	}

	/** A new secret, not kept yet, and the address an app reads it from. */
	propose(name: string): { secret: string; url: string } {
		const secret = new Secret({ size: 20 });
		return { secret: secret.base32, url: totp(secret.base32, name).toString() };
	}

	/** The statement that keeps a secret, once the person has typed a code of it; null when the code is wrong. */
	confirming(person: PersonId, secret: string, code: string): Statement | null {
		if (periodOf(secret, code, this.#credentials.now()) === null) return null;
		return this.#credentials.adding({
			...{ person, kind: 'totp', label: 'Code from an app', data: { secret } satisfies TotpData }
		});
	}

	/** The statements that take codes away from a person, recovery codes included. */
	removing(person: PersonId): Statement[] {
		const { db } = this.#credentials.store;
		return [deleteCredentialsOf(db, person, 'totp'), deleteCredentialsOf(db, person, 'recovery')];
	}

	async has(person: PersonId): Promise<boolean> {
		return (await this.#credentials.rows(person, 'totp')).length > 0;
	}

	/** Whether it is a code, or a recovery code, of this person that was not used before. It is used now. */
	async spend(person: PersonId, code: string): Promise<boolean> {
		const plain = code.toLowerCase().replace(/[^a-z0-9]/g, '');
		return /^\d{6}$/.test(plain) ? this.#spendCode(person, plain) : this.#spendRecovery(person, plain);
	}

	/** New recovery codes in place of the old ones: the codes, to show once, and the statements that keep their hashes. */
	renewing(person: PersonId): { codes: string[]; statements: Statement[] } {
		const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
		const { db } = this.#credentials.store;
		const statements = [
			deleteCredentialsOf(db, person, 'recovery'),
			...codes.map((code) =>
				this.#credentials.adding({
					...{ person, kind: 'recovery', label: 'Recovery code', lookup: this.#hash(person, code) }
				})
			)
		];
		return { codes: codes.map((code) => code.match(/.{4}/g)!.join('-')), statements };
	}

	async #spendCode(person: PersonId, code: string): Promise<boolean> {
		for (const row of await this.#credentials.rows(person, 'totp')) {
			const { secret } = this.#credentials.open<TotpData>(row);
			const period = periodOf(secret, code, this.#credentials.now());
			if (period !== null) return this.#once(useCredentialAt(this.#credentials.store.db, row.id, period));
		}
		return false;
	}

	async #spendRecovery(person: PersonId, code: string): Promise<boolean> {
		const { db } = this.#credentials.store;
		const row = await credentialByLookup(db, 'recovery', this.#hash(person, code));
		return row?.person === person && this.#once(deleteCredential(db, row, 1));
	}

	/** Two browsers may send the same code at once: the unit of one of them fails. */
	async #once(statement: Statement): Promise<boolean> {
		try {
			await this.#credentials.store.writer.commit([statement]);
			return true;
		} catch (error) {
			if (error instanceof WriteConflict) return false;
			throw error;
		}
	}

	#hash(person: PersonId, code: string): string {
		return this.#vault.fingerprint('recovery', `${person}|${code}`);
	}
}

function totp(secret: string, label = ''): TOTP {
	return new TOTP({ issuer: 'Hearth', label, secret, period: PERIOD_S, digits: 6, algorithm: 'SHA1' });
}

/** The moment, in ms, at which the period of `code` began; null when it is no code of now. */
function periodOf(secret: string, code: string, now: number): number | null {
	const delta = totp(secret).validate({ token: code.replace(/\s/g, ''), timestamp: now, window: WINDOW });
	return delta === null ? null : (Math.floor(now / 1000 / PERIOD_S) + delta) * PERIOD_S * 1000;
}

function newRecoveryCode(): string {
	return Array.from({ length: RECOVERY_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
