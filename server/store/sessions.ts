import type { Kysely } from 'kysely';
import type { GroupId, SessionId, StepId } from '../../src/lib/domain/ids.ts';
import type { SessionState } from '../../src/lib/domain/session.ts';
import type { Schema, SessionTable } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function sessionById(db: Db, session: SessionId): Promise<SessionTable | undefined> {
	return db.selectFrom('session').selectAll().where('id', '=', session).executeTakeFirst();
}

/** The group's sessions in order of time. */
export function sessionsOf(db: Db, group: GroupId): Promise<SessionTable[]> {
	return db
		.selectFrom('session')
		.selectAll()
		.where('group_id', '=', group)
		.orderBy('starts_at')
		.orderBy('id')
		.execute();
}

/** The steps of a session that people have written in. */
export async function stepsWithDocuments(db: Db, session: SessionId): Promise<StepId[]> {
	const rows = await db
		.selectFrom('document')
		.select('step')
		.distinct()
		.where('session', '=', session)
		.where('step', 'is not', null)
		.$narrowType<{ step: StepId }>()
		.execute();
	return rows.map((row) => row.step);
}

export function insertSession(db: Db, row: SessionTable): Statement {
	return statement(db.insertInto('session').values(row), 1);
}

/** Changes a session that is still in one of the states `from`; the unit is undone when it is not. */
export function updateSession(
	db: Db,
	session: SessionId,
	from: readonly SessionState[],
	change: Partial<SessionTable>
): Statement {
	const query = db.updateTable('session').set(change).where('id', '=', session).where('state', 'in', from);
	return statement(query, 1);
}

/** Calendars tell a later state of an event by its number (RFC 5545 SEQUENCE). */
export function raiseSequence(db: Db, session: SessionId): Statement {
	const query = db
		.updateTable('session')
		.set((eb) => ({ sequence: eb('sequence', '+', 1) }))
		.where('id', '=', session);
	return statement(query, 1);
}
