import type { Kysely } from 'kysely';
import { DOCUMENT_KINDS, type DocumentKind } from '../../src/lib/domain/documents.ts';
import type { SessionId } from '../../src/lib/domain/ids.ts';
import type { Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

/** What a room works with and its artifacts take the place of. Private lines, staff notes and homework have no other home. */
export const ROOM_PAPERS: readonly DocumentKind[] = DOCUMENT_KINDS.filter(
	(kind) => kind !== 'line' && kind !== 'notes' && kind !== 'homework'
);

export const ALL_PAPERS = DOCUMENT_KINDS;

/** Sessions signed off, or never held, before `before` of which something is still kept. */
export async function sessionsToPurge(db: Db, before: number): Promise<SessionId[]> {
	const rows = await db
		.selectFrom('session')
		.select('id')
		.where(({ or, and, eb }) =>
			or([
				eb('signed_off_at', '<', before),
				// Homework may belong to a session that was to come and never did.
				and([eb('state', '=', 'cancelled'), eb('starts_at', '<', before)])
			])
		)
		.where(({ or, exists, selectFrom }) =>
			or([
				exists(selectFrom('artifact').select('artifact.id').whereRef('artifact.session', '=', 'session.id')),
				exists(selectFrom('document').select('document.id').whereRef('document.session', '=', 'session.id')),
				exists(selectFrom('homework').select('homework.id').whereRef('homework.session', '=', 'session.id')),
				exists(selectFrom('entry').select('entry.at').whereRef('entry.session', '=', 'session.id')),
				exists(
					selectFrom('call_times')
						.select('call_times.reported_at')
						.whereRef('call_times.session', '=', 'session.id')
				),
				exists(
					selectFrom('attendance').select('attendance.at').whereRef('attendance.session', '=', 'session.id')
				)
			])
		)
		.execute();
	return rows.map((row) => row.id);
}

/** Sessions signed off before `before` that still have documents of these kinds. */
export async function sessionsWithPapers(
	db: Db,
	before: number,
	kinds: readonly DocumentKind[]
): Promise<SessionId[]> {
	const rows = await db
		.selectFrom('document')
		.innerJoin('session', 'session.id', 'document.session')
		.select('session.id')
		.distinct()
		.where('session.signed_off_at', '<', before)
		.where('document.kind', 'in', kinds)
		.execute();
	return rows.map((row) => row.id);
}

/** Takes a session's documents away, with every update and snapshot of them. */
export function deletePapersOf(db: Db, session: SessionId, kinds: readonly DocumentKind[]): Statement[] {
	const those = db
		.selectFrom('document')
		.select('id')
		.where('session', '=', session)
		.where('kind', 'in', kinds);
	return [
		statement(db.deleteFrom('document_update').where('document', 'in', those)),
		statement(db.deleteFrom('document_snapshot').where('document', 'in', those)),
		statement(db.deleteFrom('document_client').where('document', 'in', those)),
		statement(db.deleteFrom('picture').where('document', 'in', those)),
		statement(db.deleteFrom('document').where('session', '=', session).where('kind', 'in', kinds))
	];
}

/** Takes the contact cards of a session away. */
export function deleteEntriesOf(db: Db, session: SessionId): Statement {
	return statement(db.deleteFrom('entry').where('session', '=', session));
}
