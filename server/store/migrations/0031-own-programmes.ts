import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** Programmes that facilitators make of their own plans. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema
		.createTable('programme')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('owner', 'text', (c) => c.notNull())
		.addColumn('shared', 'integer', (c) => c.notNull())
		.addColumn('content_sealed', BYTES, (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('programme_owner').on('programme').column('owner').execute();
}
