import type { Kysely } from 'kysely';
import type { FlagId, GroupId, PersonId, SessionId, StepId } from '../../src/lib/domain/ids.ts';
import type { HomeworkFlagTable, RiskReaderTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function riskReaderOf(db: Db, group: GroupId): Promise<RiskReaderTable | undefined> {
	return db.selectFrom('risk_reader').selectAll().where('group_id', '=', group).executeTakeFirst();
}

/** Names who reads a group's answers about safety, in place of whoever was named before; null is nobody. */
export function nameRiskReader(db: Db, group: GroupId, row: RiskReaderTable | null): Statement[] {
	return [
		statement(db.deleteFrom('risk_reader').where('group_id', '=', group)),
		...(row ? [statement(db.insertInto('risk_reader').values(row), 1)] : [])
	];
}

/** Flags of a group that nobody has cleared, the oldest first. */
export function openHomeworkFlags(db: Db, group: GroupId): Promise<HomeworkFlagTable[]> {
	return db
		.selectFrom('homework_flag')
		.selectAll()
		.where('group_id', '=', group)
		.where('cleared_at', 'is', null)
		.orderBy('at')
		.execute();
}

export function homeworkFlagById(db: Db, id: FlagId): Promise<HomeworkFlagTable | undefined> {
	return db.selectFrom('homework_flag').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What a person's part of some homework has raised, the oldest first. */
export function flagsOfPart(db: Db, homework: StepId, person: PersonId): Promise<HomeworkFlagTable[]> {
	return db
		.selectFrom('homework_flag')
		.selectAll()
		.where('homework', '=', homework)
		.where('person', '=', person)
		.orderBy('at')
		.execute();
}

export function insertHomeworkFlag(db: Db, row: HomeworkFlagTable): Statement {
	return statement(db.insertInto('homework_flag').values(row), 1);
}

export function updateHomeworkFlag(
	db: Db,
	id: FlagId,
	change: Partial<Pick<HomeworkFlagTable, 'words_sealed' | 'cleared_at' | 'cleared_by'>>
): Statement {
	return statement(db.updateTable('homework_flag').set(change).where('id', '=', id), 1);
}

/** Takes away what homework that was set with a session has raised. */
export function deleteHomeworkFlagsOf(db: Db, session: SessionId): Statement {
	const those = db.selectFrom('homework').select('id').where('session', '=', session);
	return statement(db.deleteFrom('homework_flag').where('homework', 'in', those));
}
