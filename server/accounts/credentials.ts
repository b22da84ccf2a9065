import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { credentialsOf, deleteCredential, insertCredential } from '../store/credentials.ts';
import type { CredentialKind, CredentialTable } from '../store/schema.ts';
import type { Store } from '../store/store.ts';
import { type Statement, WriteConflict } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';

/** A way to sign in, as its person sees it. */
export interface Credential {
	id: string;
	kind: CredentialKind;
	label: string;
	createdAt: number;
	usedAt: number | null;
	expiresAt: number | null;
}

export interface NewCredential {
	/** Absent: a random one. */
	id?: string;
	person: PersonId;
	kind: CredentialKind;
	label: string;
	/** A hash to find it by; null when it is found by its person. */
	lookup?: string | null;
	data?: unknown;
	expiresAt?: number | null;
}

/** What all kinds of credentials have in common: rows, sealed under their person's key. */
export class Credentials {
	readonly store: Store;
	readonly now: () => number;
	readonly #vault: Vault;

	constructor(store: Store, vault: Vault, now: () => number) {
		this.store = store;
		this.now = now;
		this.#vault = vault;
	}

	/** Adds one in a unit of the caller's. */
	adding({
		person,
		kind,
		label,
		lookup = null,
		data = null,
		expiresAt = null,
		...given
	}: NewCredential): Statement {
		const id = given.id ?? randomBytes(16).toString('base64url');
		const row: CredentialTable = {
			...{ id, person, kind, label, lookup },
			data_sealed: data === null ? null : this.seal({ id, person }, data),
			created_at: this.now(),
			used_at: null,
			expires_at: expiresAt,
			revoked_at: null
		};
		return insertCredential(this.store.db, row);
	}

	async rows(person: PersonId, kind: CredentialKind): Promise<CredentialTable[]> {
		const now = this.now();
		const all = await credentialsOf(this.store.db, person);
		return all.filter((row) => row.kind === kind && (row.expires_at === null || row.expires_at > now));
	}

	async list(person: PersonId): Promise<Credential[]> {
		const rows = await credentialsOf(this.store.db, person);
		return rows.map((row) => ({
			...{ id: row.id, kind: row.kind, label: row.label },
			...{ createdAt: row.created_at, usedAt: row.used_at, expiresAt: row.expires_at }
		}));
	}

	/** Takes away one of a person's own. Throws a Refusal when it is not there. */
	async remove(person: PersonId, id: string): Promise<void> {
		const event = { person, action: 'credential.remove', object: id };
		const removal = deleteCredential(this.store.db, { id, person }, 1);
		await this.store.writer.commit([removal], [event]).catch((error: unknown) => {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal('not-found', 'This has been removed already.');
		});
	}

	open<Data>(row: Pick<CredentialTable, 'id' | 'person' | 'data_sealed'>): Data {
		if (!row.data_sealed) throw new Error('A credential without data was opened.');
		return this.#vault.openJson<Data>(`person:${row.person}`, placeOf(row.id), row.data_sealed);
	}

	seal({ id, person }: Pick<CredentialTable, 'id' | 'person'>, data: unknown): Uint8Array {
		return this.#vault.sealJson(`person:${person}`, placeOf(id), data);
	}
}

function placeOf(id: string): string {
	return `credential|${id}`;
}
