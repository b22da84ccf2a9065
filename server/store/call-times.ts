import type { Kysely } from 'kysely';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { CallTimesTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

/** In place of what was there of the person in this session. */
export function putCallTimes(db: Db, row: CallTimesTable): Statement {
	const { times_sealed, reported_at } = row;
	return statement(
		db
			.insertInto('call_times')
			.values(row)
			.onConflict((on) => on.columns(['session', 'person']).doUpdateSet({ times_sealed, reported_at }))
	);
}

export function callTimesOf(db: Db, session: SessionId): Promise<CallTimesTable[]> {
	return db.selectFrom('call_times').selectAll().where('session', '=', session).execute();
}

export function callTimesOfPerson(
	db: Db,
	session: SessionId,
	person: PersonId
): Promise<CallTimesTable | undefined> {
	return db
		.selectFrom('call_times')
		.selectAll()
		.where('session', '=', session)
		.where('person', '=', person)
		.executeTakeFirst();
}

export function deleteCallTimesOf(db: Db, session: SessionId): Statement {
	return statement(db.deleteFrom('call_times').where('session', '=', session));
}
