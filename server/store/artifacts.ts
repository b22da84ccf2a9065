import type { Kysely } from 'kysely';
import type { ArtifactKind } from '../../src/lib/domain/artifact.ts';
import type { ArtifactId, GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { ArtifactTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function insertArtifact(db: Db, row: ArtifactTable): Statement {
	return statement(db.insertInto('artifact').values(row), 1);
}

/** The newest version of every artifact of a session, in the order they were captured. */
export function artifactsOf(db: Db, session: SessionId): Promise<ArtifactTable[]> {
	return newest(db).where('artifact.session', '=', session).execute();
}

/** The newest version of one artifact. */
export function artifactById(db: Db, id: ArtifactId): Promise<ArtifactTable | undefined> {
	return newest(db).where('artifact.series', '=', id).executeTakeFirst();
}

/** What a person owns, newest version each. */
export function artifactsOwnedBy(db: Db, owner: PersonId): Promise<ArtifactTable[]> {
	return newest(db).where('artifact.owner', '=', owner).execute();
}

/** A group's artifacts of one kind, newest version each. */
export function artifactsOfKind(db: Db, group: GroupId, kind: ArtifactKind): Promise<ArtifactTable[]> {
	return newest(db).where('artifact.group_id', '=', group).where('artifact.kind', '=', kind).execute();
}

/** Every version of one artifact, oldest first. */
export function versionsOf(db: Db, id: ArtifactId): Promise<ArtifactTable[]> {
	return db.selectFrom('artifact').selectAll().where('series', '=', id).orderBy('version').execute();
}

/** Puts other sealed content in the place of a version's: for withdrawal alone (S12). */
export function resealArtifact(db: Db, id: ArtifactId, bodySealed: Uint8Array): Statement {
	return statement(db.updateTable('artifact').set({ body_sealed: bodySealed }).where('id', '=', id), 1);
}

export function deleteArtifactsOf(db: Db, session: SessionId): Statement {
	return statement(db.deleteFrom('artifact').where('session', '=', session));
}

function newest(db: Db) {
	return db
		.selectFrom('artifact')
		.selectAll('artifact')
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('artifact as later')
						.select('later.id')
						.whereRef('later.series', '=', 'artifact.series')
						.whereRef('later.version', '>', 'artifact.version')
				)
			)
		)
		.orderBy('artifact.created_at')
		.orderBy('artifact.series');
}
