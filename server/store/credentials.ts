import type { Kysely } from 'kysely';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { CredentialKind, CredentialTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function credentialsOf(db: Kysely<Schema>, person: PersonId): Promise<CredentialTable[]> {
	return db
		.selectFrom('credential')
		.selectAll()
		.where('person', '=', person)
		.where('revoked_at', 'is', null)
		.orderBy('created_at')
		.execute();
}

export function credentialByLookup(
	db: Kysely<Schema>,
	kind: CredentialKind,
	lookup: string
): Promise<CredentialTable | undefined> {
	return db
		.selectFrom('credential')
		.selectAll()
		.where('kind', '=', kind)
		.where('lookup', '=', lookup)
		.where('revoked_at', 'is', null)
		.executeTakeFirst();
}

export function insertCredential(db: Kysely<Schema>, row: CredentialTable): Statement {
	return statement(db.insertInto('credential').values(row), 1);
}

export function updateCredential(
	db: Kysely<Schema>,
	id: string,
	change: Partial<Pick<CredentialTable, 'data_sealed' | 'lookup' | 'used_at' | 'expires_at'>>
): Statement {
	return statement(db.updateTable('credential').set(change).where('id', '=', id), 1);
}

/** Gives a credential a new lookup; the unit is undone when another was faster. */
export function rotateCredential(
	db: Kysely<Schema>,
	old: Pick<CredentialTable, 'id' | 'lookup'>,
	change: Pick<CredentialTable, 'lookup' | 'used_at' | 'expires_at' | 'data_sealed'>
): Statement {
	return statement(
		db.updateTable('credential').set(change).where('id', '=', old.id).where('lookup', '=', old.lookup),
		1
	);
}

/** Moves the last moment that was used forward; the unit is undone when it was used as late already (R14). */
export function useCredentialAt(db: Kysely<Schema>, id: string, moment: number): Statement {
	return statement(
		db
			.updateTable('credential')
			.set({ used_at: moment })
			.where('id', '=', id)
			.where((is) => is.or([is('used_at', 'is', null), is('used_at', '<', moment)])),
		1
	);
}

/** Without `expect`, it may be gone already. */
export function deleteCredential(
	db: Kysely<Schema>,
	of: { id: string; person: PersonId },
	expect?: number
): Statement {
	return statement(
		db.deleteFrom('credential').where('id', '=', of.id).where('person', '=', of.person),
		expect
	);
}

export function deleteCredentialsOf(db: Kysely<Schema>, person: PersonId, kind: CredentialKind): Statement {
	return statement(db.deleteFrom('credential').where('person', '=', person).where('kind', '=', kind));
}
