import type { Kysely } from 'kysely';
import type { DocumentId, SessionId } from '../../src/lib/domain/ids.ts';
import type {
	DocumentClientTable,
	DocumentSnapshotTable,
	DocumentTable,
	DocumentUpdateTable,
	Schema
} from './schema.ts';
import { repeated, statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function documentRow(db: Db, id: DocumentId): Promise<DocumentTable | undefined> {
	return db.selectFrom('document').selectAll().where('id', '=', id).executeTakeFirst();
}

/** In the order they were opened. */
export function documentRowsOf(db: Db, session: SessionId): Promise<DocumentTable[]> {
	return db
		.selectFrom('document')
		.selectAll()
		.where('session', '=', session)
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}

/** Newest first. */
export function snapshotsOf(db: Db, id: DocumentId, epoch: number): Promise<DocumentSnapshotTable[]> {
	return db
		.selectFrom('document_snapshot')
		.selectAll()
		.where('document', '=', id)
		.where('epoch', '=', epoch)
		.orderBy('seq', 'desc')
		.execute();
}

/** The updates after `seq`, in order. */
export function updatesAfter(db: Db, id: DocumentId, place: Place): Promise<DocumentUpdateTable[]> {
	return db
		.selectFrom('document_update')
		.selectAll()
		.where('document', '=', id)
		.where('epoch', '=', place.epoch)
		.where('seq', '>', place.seq)
		.orderBy('seq')
		.execute();
}

export function clientsOf(db: Db, id: DocumentId): Promise<DocumentClientTable[]> {
	return db.selectFrom('document_client').selectAll().where('document', '=', id).execute();
}

/** Where in a document's history something stands. */
export interface Place {
	epoch: number;
	seq: number;
}

export function insertDocument(db: Db, row: DocumentTable): Statement {
	return statement(db.insertInto('document').values(row), 1);
}

export const insertUpdate = repeated((db, row: DocumentUpdateTable) =>
	db.insertInto('document_update').values({
		document: row.document,
		epoch: row.epoch,
		seq: row.seq,
		update_sealed: row.update_sealed
	})
);

export function insertClient(db: Db, row: DocumentClientTable): Statement {
	return statement(db.insertInto('document_client').values(row), 1);
}

export function insertSnapshot(db: Db, row: DocumentSnapshotTable): Statement {
	return statement(db.insertInto('document_snapshot').values(row), 1);
}

/** Forgets updates that a snapshot holds, `place.seq` included. */
export function deleteUpdatesThrough(db: Db, id: DocumentId, place: Place): Statement {
	return statement(
		db
			.deleteFrom('document_update')
			.where('document', '=', id)
			.where('epoch', '=', place.epoch)
			.where('seq', '<=', place.seq)
	);
}

export function deleteSnapshotsBefore(db: Db, id: DocumentId, place: Place): Statement {
	return statement(
		db
			.deleteFrom('document_snapshot')
			.where('document', '=', id)
			.where('epoch', '=', place.epoch)
			.where('seq', '<', place.seq)
	);
}

/** Begins a new history: what was stored under the old epoch is gone. */
export function startEpoch(db: Db, id: DocumentId, from: number): Statement[] {
	return [
		statement(
			db
				.updateTable('document')
				.set({ epoch: from + 1, quarantined_at: null })
				.where('id', '=', id)
				.where('epoch', '=', from),
			1
		),
		statement(db.deleteFrom('document_update').where('document', '=', id).where('epoch', '<=', from)),
		statement(db.deleteFrom('document_snapshot').where('document', '=', id).where('epoch', '<=', from))
	];
}

export function setQuarantine(db: Db, id: DocumentId, at: number | null): Statement {
	return statement(db.updateTable('document').set({ quarantined_at: at }).where('id', '=', id), 1);
}
