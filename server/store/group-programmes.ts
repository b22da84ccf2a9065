import type { Kysely } from 'kysely';
import type { GroupId } from '../../src/lib/domain/ids.ts';
import type { GroupProgrammeTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function programmeOf(db: Db, group: GroupId): Promise<GroupProgrammeTable | undefined> {
	return db.selectFrom('group_programme').selectAll().where('group_id', '=', group).executeTakeFirst();
}

export function keepProgramme(db: Db, row: GroupProgrammeTable): Statement {
	const { programme_sealed, since } = row;
	const query = db
		.insertInto('group_programme')
		.values(row)
		.onConflict((conflict) => conflict.column('group_id').doUpdateSet({ programme_sealed, since }));
	return statement(query, 1);
}

export function endProgramme(db: Db, group: GroupId): Statement {
	return statement(db.deleteFrom('group_programme').where('group_id', '=', group));
}
