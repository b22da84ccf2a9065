import type { Kysely } from 'kysely';

/** A document may belong to one breakout of a session. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('document').addColumn('breakout', 'text').execute();
}
