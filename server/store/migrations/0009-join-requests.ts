import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** Groups that strangers may ask to join, and what they say when they do (S18). */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('group_opening')
		.addColumn('group_id', 'text', (c) => c.primaryKey())
		.addColumn('words_sealed', BYTES, (c) => c.notNull())
		.addColumn('opened_at', 'bigint', (c) => c.notNull())
		.execute();
	await db.schema
		.createTable('join_request')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('token_hash', 'text', (c) => c.notNull().unique())
		.addColumn('asked_from', 'text')
		.addColumn('wishes_sealed', BYTES, (c) => c.notNull())
		.addColumn('answer_sealed', BYTES)
		.addColumn('invitation', 'text')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('answered_at', 'bigint')
		.execute();
	await db.schema
		.createIndex('join_request_group')
		.on('join_request')
		.columns(['group_id', 'created_at'])
		.execute();
	await db.schema.createIndex('join_request_from').on('join_request').column('asked_from').execute();
}
