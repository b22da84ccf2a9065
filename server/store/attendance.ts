import type { Kysely } from 'kysely';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Session } from '../../src/lib/domain/session.ts';
import type { AttendanceTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

export function insertAttendance(db: Kysely<Schema>, row: AttendanceTable): Statement {
	return statement(db.insertInto('attendance').values(row));
}

/** Everything that was noted of a session, in the order it happened. */
export function attendanceOf(db: Kysely<Schema>, session: SessionId): Promise<AttendanceTable[]> {
	return db
		.selectFrom('attendance')
		.selectAll()
		.where('session', '=', session)
		.orderBy('at')
		.orderBy('person')
		.execute();
}

/** Whether the person was ever let in to the session. */
export async function wasEverAdmitted(
	db: Kysely<Schema>,
	session: SessionId,
	person: PersonId
): Promise<boolean> {
	const row = await db
		.selectFrom('attendance')
		.select('at')
		.where('session', '=', session)
		.where('person', '=', person)
		.where('what', '=', 'admitted')
		.limit(1)
		.executeTakeFirst();
	return row !== undefined;
}

/** Everyone who was ever let in to another session of the same group. */
export async function attendedEarlier(
	db: Kysely<Schema>,
	session: Pick<Session, 'id' | 'group'>
): Promise<PersonId[]> {
	const rows = await db
		.selectFrom('attendance')
		.innerJoin('session', 'session.id', 'attendance.session')
		.select('attendance.person')
		.distinct()
		.where('session.group_id', '=', session.group)
		.where('session.id', '!=', session.id)
		.where('attendance.what', '=', 'admitted')
		.execute();
	return rows.map((row) => row.person);
}

/** The sessions the person was ever let in to. */
export async function sessionsAttendedBy(db: Kysely<Schema>, person: PersonId): Promise<SessionId[]> {
	const rows = await db
		.selectFrom('attendance')
		.select('session')
		.distinct()
		.where('person', '=', person)
		.where('what', '=', 'admitted')
		.execute();
	return rows.map((row) => row.session);
}

export function deleteAttendanceOf(db: Kysely<Schema>, session: SessionId): Statement {
	return statement(db.deleteFrom('attendance').where('session', '=', session));
}
