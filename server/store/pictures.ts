import type { Kysely } from 'kysely';
import { PICTURES_OF_A_PERSON, PICTURES_OF_A_SESSION } from '../../src/lib/domain/board-pictures.ts';
import type { DocumentId, PersonId, PictureId, SessionId } from '../../src/lib/domain/ids.ts';
import type { PictureTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function pictureRow(db: Db, id: PictureId): Promise<PictureTable | undefined> {
	return db.selectFrom('picture').selectAll().where('id', '=', id).executeTakeFirst();
}

export function pictureRowsOf(db: Db, document: DocumentId): Promise<PictureTable[]> {
	return db.selectFrom('picture').selectAll().where('document', '=', document).orderBy('id').execute();
}

/** Fails as a conflict when its person, or everyone in the session together, has as many as can be. */
export function insertPicture(db: Db, row: PictureTable): Statement {
	const columns = ['id', 'document', 'session', 'person', 'type', 'bytes_sealed', 'created_at'] as const;
	const inSession = db
		.selectFrom('picture')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('session', '=', row.session);
	const values = db
		.selectNoFrom(({ val }) => columns.map((column) => val(row[column]).as(column)))
		.where(({ eb }) =>
			eb.and([
				eb(inSession, '<', PICTURES_OF_A_SESSION),
				eb(inSession.where('person', '=', row.person), '<', PICTURES_OF_A_PERSON)
			])
		);
	return statement(db.insertInto('picture').columns(columns).expression(values), 1);
}

export function deletePictures(db: Db, ids: readonly PictureId[]): Statement {
	return statement(db.deleteFrom('picture').where('id', 'in', ids));
}

/** What a person put on the boards of a session. */
export function deletePicturesBy(db: Db, session: SessionId, person: PersonId): Statement {
	return statement(db.deleteFrom('picture').where('session', '=', session).where('person', '=', person));
}
