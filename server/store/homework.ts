import type { Kysely } from 'kysely';
import type { DocumentId, GroupId, PersonId, SessionId, StepId } from '../../src/lib/domain/ids.ts';
import { deleteHomeworkFlagsOf } from './homework-flags.ts';
import type { HomeworkPartTable, HomeworkTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function homeworkById(db: Db, id: StepId): Promise<HomeworkTable | undefined> {
	return db.selectFrom('homework').selectAll().where('id', '=', id).executeTakeFirst();
}

/** What was set in a group, the latest first. */
export function homeworkOf(db: Db, group: GroupId): Promise<HomeworkTable[]> {
	return db
		.selectFrom('homework')
		.selectAll()
		.where('group_id', '=', group)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
}

/** What was set for a person, the soonest due first. */
export function homeworkFor(db: Db, person: PersonId): Promise<HomeworkTable[]> {
	return db
		.selectFrom('homework')
		.innerJoin('homework_part', 'homework_part.homework', 'homework.id')
		.selectAll('homework')
		.where('homework_part.person', '=', person)
		.orderBy('homework.due_at')
		.orderBy('homework.id')
		.execute();
}

export function partsOf(db: Db, homework: StepId): Promise<HomeworkPartTable[]> {
	return db.selectFrom('homework_part').selectAll().where('homework', '=', homework).execute();
}

export function partOf(db: Db, homework: StepId, person: PersonId): Promise<HomeworkPartTable | undefined> {
	return db
		.selectFrom('homework_part')
		.selectAll()
		.where('homework', '=', homework)
		.where('person', '=', person)
		.executeTakeFirst();
}

export function insertHomework(db: Db, row: HomeworkTable): Statement {
	return statement(db.insertInto('homework').values(row), 1);
}

export function insertPart(db: Db, row: HomeworkPartTable): Statement {
	return statement(db.insertInto('homework_part').values(row), 1);
}

export function updateHomework(
	db: Db,
	id: StepId,
	change: Partial<Pick<HomeworkTable, 'due_at' | 'rested_at'>>
): Statement {
	return statement(db.updateTable('homework').set(change).where('id', '=', id), 1);
}

export type PartChange = Partial<Pick<HomeworkPartTable, 'progress' | 'artifact'>>;

export function updatePart(
	db: Db,
	{ homework, person }: Pick<HomeworkPartTable, 'homework' | 'person'>,
	change: PartChange
): Statement {
	const query = db
		.updateTable('homework_part')
		.set(change)
		.where('homework', '=', homework)
		.where('person', '=', person);
	return statement(query, 1);
}

/** Gives someone their sheet, once: WriteConflict when another page of theirs was faster. */
export function givePartItsSheet(
	db: Db,
	{ homework, person }: Pick<HomeworkPartTable, 'homework' | 'person'>,
	document: DocumentId
): Statement {
	const query = db
		.updateTable('homework_part')
		.set({ document })
		.where('homework', '=', homework)
		.where('person', '=', person)
		.where('document', 'is', null);
	return statement(query, 1);
}

/** Takes away what was set with a session. */
export function deleteHomeworkOf(db: Db, session: SessionId): Statement[] {
	const those = db.selectFrom('homework').select('id').where('session', '=', session);
	return [
		deleteHomeworkFlagsOf(db, session),
		statement(db.deleteFrom('homework_part').where('homework', 'in', those)),
		statement(db.deleteFrom('homework').where('session', '=', session))
	];
}
