import type { Kysely } from 'kysely';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { PersonTable, Schema, SignInTable } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export type SignInRow = SignInTable &
	Pick<PersonTable, 'name_sealed' | 'staff' | 'disabled_at'> & {
		person_since: number;
		/** A credential that can be a second factor, or null. */
		second_factor_id: string | null;
	};

/** A sign-in by its id, with what is asked about its person at every request. */
export function signInById(db: Kysely<Schema>, id: string): Promise<SignInRow | undefined> {
	return withPerson(db).where('sign_in.id', '=', id).executeTakeFirst();
}

export function signInsOf(db: Kysely<Schema>, person: PersonId): Promise<SignInRow[]> {
	return withPerson(db).where('sign_in.person', '=', person).orderBy('sign_in.seen_at', 'desc').execute();
}

/** Sign-ins whose time is over, idle or absolute. */
export function signInsEndedBy(db: Kysely<Schema>, now: number): Promise<SignInTable[]> {
	return db
		.selectFrom('sign_in')
		.selectAll()
		.where((is) => is.or([is('expires_at', '<=', now), is('ends_at', '<=', now)]))
		.execute();
}

export function insertSignIn(db: Kysely<Schema>, row: SignInTable): Statement {
	return statement(db.insertInto('sign_in').values(row), 1);
}

/** Counts a use; a row that was seen since, or is gone, stays as it is. */
export function moveSignInExpiry(
	db: Kysely<Schema>,
	id: string,
	{ seenAt, expiresAt }: { seenAt: number; expiresAt: number }
): Statement {
	return statement(
		db
			.updateTable('sign_in')
			.set({ seen_at: seenAt, expires_at: expiresAt })
			.where('id', '=', id)
			.where('seen_at', '<', seenAt)
	);
}

export function deleteSignIn(db: Kysely<Schema>, id: string, expect?: number): Statement {
	return statement(db.deleteFrom('sign_in').where('id', '=', id), expect);
}

function withPerson(db: Kysely<Schema>) {
	return db
		.selectFrom('sign_in')
		.innerJoin('person', 'person.id', 'sign_in.person')
		.selectAll('sign_in')
		.select(['person.name_sealed', 'person.staff', 'person.disabled_at', 'person.created_at as person_since'])
		.select((row) =>
			row
				.selectFrom('credential')
				.select('credential.id')
				.whereRef('credential.person', '=', 'sign_in.person')
				.where('credential.kind', 'in', ['passkey', 'totp'])
				.where('credential.revoked_at', 'is', null)
				.limit(1)
				.as('second_factor_id')
		);
}
