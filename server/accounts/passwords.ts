import type { PersonId } from '../../src/lib/domain/ids.ts';
import { deleteCredentialsOf, updateCredential } from '../store/credentials.ts';
import type { CredentialTable } from '../store/schema.ts';
import type { Statement } from '../store/writer.ts';
import { hashSecret, isOutdated, verifySecret } from './argon2.ts';
import type { Credentials } from './credentials.ts';

interface PasswordData {
	hash: string;
}

export class Passwords {
	readonly #credentials: Credentials;
	/** What is compared when there is no such account: the reply takes as long (R15). */
	readonly #decoy: Promise<string> = hashSecret('nobody has this password');

	constructor(credentials: Credentials) {
		this.#credentials = credentials;
	}

	/** The statements that make `password` the person's only one. */
	async setting(person: PersonId, password: string): Promise<Statement[]> {
		const data: PasswordData = { hash: await hashSecret(password) };
		const { db } = this.#credentials.store;
		return [
			deleteCredentialsOf(db, person, 'password'),
			this.#credentials.adding({ person, kind: 'password', label: 'Password', data })
		];
	}

	async has(person: PersonId): Promise<boolean> {
		return (await this.#credentials.rows(person, 'password')).length > 0;
	}

	/** Whether it is the person's password. Nobody, or somebody without one, takes as long as a wrong one. */
	async verify(person: PersonId | null, password: string): Promise<boolean> {
		const row = person && (await this.#credentials.rows(person, 'password'))[0];
		if (!row) {
			await verifySecret(password, await this.#decoy);
			return false;
		}
		const { hash } = this.#credentials.open<PasswordData>(row);
		if (!(await verifySecret(password, hash))) return false;
		if (isOutdated(hash)) await this.#rehash(row, password);
		return true;
	}

	/** What a reset link is bound to: it dies with the password it was made for (R18). */
	async mark(person: PersonId): Promise<string> {
		const row = (await this.#credentials.rows(person, 'password'))[0];
		return row ? `${row.id}|${this.#credentials.open<PasswordData>(row).hash}` : 'none';
	}

	async #rehash(row: CredentialTable, password: string): Promise<void> {
		const data_sealed = this.#credentials.seal(row, { hash: await hashSecret(password) });
		const { store } = this.#credentials;
		await store.writer.commit([updateCredential(store.db, row.id, { data_sealed })]);
	}
}
