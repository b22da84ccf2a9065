import type { Kysely, Updateable } from 'kysely';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { PersonTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function personById(db: Kysely<Schema>, id: PersonId): Promise<PersonTable | undefined> {
	return db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

export function personByMailHash(db: Kysely<Schema>, mailHash: string): Promise<PersonTable | undefined> {
	return db.selectFrom('person').selectAll().where('mail_hash', '=', mailHash).executeTakeFirst();
}

export function staffPeople(db: Kysely<Schema>): Promise<PersonTable[]> {
	return db.selectFrom('person').selectAll().where('staff', '=', 1).orderBy('created_at').execute();
}

export async function hasPeople(db: Kysely<Schema>): Promise<boolean> {
	return (await db.selectFrom('person').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export function insertPerson(db: Kysely<Schema>, row: PersonTable): Statement {
	return statement(db.insertInto('person').values(row), 1);
}

export function updatePerson(
	db: Kysely<Schema>,
	id: PersonId,
	change: Omit<Updateable<PersonTable>, 'id'>
): Statement {
	return statement(db.updateTable('person').set(change).where('id', '=', id), 1);
}
