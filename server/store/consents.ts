import type { Kysely } from 'kysely';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import type { ConsentTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

/** What a person has agreed to in a group, newest first. */
export function consentsOf(db: Kysely<Schema>, person: PersonId, group: GroupId): Promise<ConsentTable[]> {
	return db
		.selectFrom('consent')
		.selectAll()
		.where('person', '=', person)
		.where('group_id', '=', group)
		.orderBy('given_at', 'desc')
		.execute();
}

export function insertConsent(db: Kysely<Schema>, row: ConsentTable): Statement {
	return statement(db.insertInto('consent').values(row), 1);
}
