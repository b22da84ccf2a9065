import type { Kysely } from 'kysely';
import type { GroupId, RequestId } from '../../src/lib/domain/ids.ts';
import type { GroupOpeningTable, JoinRequestTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

type Db = Kysely<Schema>;

/** Groups that strangers may ask to join, the newest first. */
export function openings(db: Db): Promise<GroupOpeningTable[]> {
	return db.selectFrom('group_opening').selectAll().orderBy('opened_at', 'desc').execute();
}

export function openingOf(db: Db, group: GroupId): Promise<GroupOpeningTable | undefined> {
	return db.selectFrom('group_opening').selectAll().where('group_id', '=', group).executeTakeFirst();
}

export function putOpening(db: Db, row: GroupOpeningTable): Statement {
	const { words_sealed, opened_at } = row;
	return statement(
		db
			.insertInto('group_opening')
			.values(row)
			.onConflict((conflict) => conflict.column('group_id').doUpdateSet({ words_sealed, opened_at })),
		1
	);
}

export function deleteOpening(db: Db, group: GroupId): Statement {
	return statement(db.deleteFrom('group_opening').where('group_id', '=', group));
}

/** A request, as long as the group is open and fewer than `most` wait in it: one unit (R24). */
export function insertRequest(db: Db, row: JoinRequestTable, most: number): Statement {
	const waiting = db
		.selectFrom('join_request as other')
		.select((eb) => eb.fn.countAll<number>().as('requests'))
		.where('other.group_id', '=', row.group_id)
		.where('other.answered_at', 'is', null);
	const columns = Object.keys(row) as (keyof JoinRequestTable)[];
	const values = db
		.selectFrom('group_opening')
		.select((eb) => columns.map((column) => eb.val(row[column]).as(column)))
		.where('group_opening.group_id', '=', row.group_id)
		.where((eb) => eb(waiting, '<', most));
	return statement(db.insertInto('join_request').columns(columns).expression(values), 1);
}

export function requestById(db: Db, id: RequestId): Promise<JoinRequestTable | undefined> {
	return db.selectFrom('join_request').selectAll().where('id', '=', id).executeTakeFirst();
}

export function requestByTokenHash(db: Db, hash: string): Promise<JoinRequestTable | undefined> {
	return db.selectFrom('join_request').selectAll().where('token_hash', '=', hash).executeTakeFirst();
}

/** Those that wait for an answer, the oldest first. */
export function waitingRequests(db: Db, group: GroupId): Promise<JoinRequestTable[]> {
	return db
		.selectFrom('join_request')
		.selectAll()
		.where('group_id', '=', group)
		.where('answered_at', 'is', null)
		.orderBy('created_at')
		.execute();
}

export async function countRequestsFrom(db: Db, askedFrom: string, since: number): Promise<number> {
	const row = await db
		.selectFrom('join_request')
		.select((eb) => eb.fn.countAll<number>().as('requests'))
		.where('asked_from', '=', askedFrom)
		.where('created_at', '>', since)
		.executeTakeFirstOrThrow();
	return Number(row.requests);
}

export type RequestAnswer = Pick<JoinRequestTable, 'answer_sealed' | 'invitation' | 'answered_at'>;

/** Answers a request that nobody has answered yet. */
export function answerRequest(db: Db, id: RequestId, answer: RequestAnswer): Statement {
	return statement(
		db
			.updateTable('join_request')
			.set({ ...answer, asked_from: null })
			.where('id', '=', id)
			.where('answered_at', 'is', null),
		1
	);
}

export function deleteRequest(db: Db, id: RequestId): Statement {
	return statement(db.deleteFrom('join_request').where('id', '=', id), 1);
}

export function deleteOldRequests(db: Db, before: { answered: number; unanswered: number }): Statement {
	return statement(
		db
			.deleteFrom('join_request')
			.where((eb) =>
				eb.or([
					eb('answered_at', '<', before.answered),
					eb.and([eb('answered_at', 'is', null), eb('created_at', '<', before.unanswered)])
				])
			)
	);
}
