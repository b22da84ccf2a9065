import type { Kysely } from 'kysely';
import type { FailedSignInTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

/** When tries against a subject failed since a moment, newest first. */
export async function failuresSince(db: Kysely<Schema>, subject: string, since: number): Promise<number[]> {
	const rows = await db
		.selectFrom('failed_sign_in')
		.select('at')
		.where('subject', '=', subject)
		.where('at', '>', since)
		.orderBy('at', 'desc')
		.execute();
	return rows.map((row) => row.at);
}

export function insertFailure(db: Kysely<Schema>, row: FailedSignInTable): Statement {
	return statement(db.insertInto('failed_sign_in').values(row), 1);
}

export function deleteFailuresOf(db: Kysely<Schema>, subject: string): Statement {
	return statement(db.deleteFrom('failed_sign_in').where('subject', '=', subject));
}

export function deleteFailuresBefore(db: Kysely<Schema>, before: number): Statement {
	return statement(db.deleteFrom('failed_sign_in').where('at', '<=', before));
}
