import type { Kysely } from 'kysely';
import type { PersonId, ProgrammeId } from '../../src/lib/domain/ids.ts';
import type { ProgrammeTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

/** The programmes that a person made, and those that others share, the oldest first. */
export function programmesFor(db: Db, person: PersonId): Promise<ProgrammeTable[]> {
	return db
		.selectFrom('programme')
		.selectAll()
		.where((eb) => eb.or([eb('owner', '=', person), eb('shared', '=', 1)]))
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}

export function programmeById(db: Db, programme: ProgrammeId): Promise<ProgrammeTable | undefined> {
	return db.selectFrom('programme').selectAll().where('id', '=', programme).executeTakeFirst();
}

export function insertProgramme(db: Db, row: ProgrammeTable): Statement {
	return statement(db.insertInto('programme').values(row), 1);
}

export type ProgrammeChange = Pick<ProgrammeTable, 'shared' | 'content_sealed'>;

export function updateProgramme(db: Db, programme: ProgrammeId, change: ProgrammeChange): Statement {
	return statement(db.updateTable('programme').set(change).where('id', '=', programme), 1);
}

export function deleteProgramme(db: Db, programme: ProgrammeId): Statement {
	return statement(db.deleteFrom('programme').where('id', '=', programme), 1);
}
