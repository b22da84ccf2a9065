import type { PersonId } from '../../src/lib/domain/ids.ts';
import { deleteCredential, deleteCredentialsOf, updateCredential } from '../store/credentials.ts';
import type { CredentialTable } from '../store/schema.ts';
import type { Statement } from '../store/writer.ts';
import { hashSecret, isOutdated, verifySecret } from './argon2.ts';
import type { Credentials } from './credentials.ts';

interface PasswordData {
	hash: string;
}

/** Whose password is replaced, the row of the old one, and the name of the new one's row. */
interface Replacement {
	person: PersonId;
	replaces: string | null;
	mark: string;
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

	/**
	 * The same by a link that works once (R18): the unit fails when the password it replaces is gone, or when
	 * the row named by the link's `mark` is there already.
	 */
	async replacing({ person, replaces, mark }: Replacement, password: string): Promise<Statement[]> {
		const { db } = this.#credentials.store;
		const data: PasswordData = { hash: await hashSecret(password) };
		const removal = replaces === null ? [] : [deleteCredential(db, { id: replaces, person }, 1)];
		const added = this.#credentials.adding({ id: mark, person, kind: 'password', label: 'Password', data });
		return [...removal, added];
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
	async mark(person: PersonId): Promise<{ row: string | null; hash: string }> {
		const row = (await this.#credentials.rows(person, 'password'))[0];
		return row
			? { row: row.id, hash: this.#credentials.open<PasswordData>(row).hash }
			: { row: null, hash: 'none' };
	}

	async #rehash(row: CredentialTable, password: string): Promise<void> {
		const data_sealed = this.#credentials.seal(row, { hash: await hashSecret(password) });
		const { store } = this.#credentials;
		await store.writer.commit([updateCredential(store.db, row.id, { data_sealed })]);
	}
}
