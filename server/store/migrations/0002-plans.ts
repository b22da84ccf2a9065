import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** Plans to use again, and the programme that a group follows. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('template')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('owner', 'text', (c) => c.notNull())
		.addColumn('shared', 'integer', (c) => c.notNull())
		.addColumn('group_kind', 'text', (c) => c.notNull())
		.addColumn('title_sealed', BYTES, (c) => c.notNull())
		.addColumn('plan_sealed', BYTES, (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.execute();
	await schema.createIndex('template_owner').on('template').column('owner').execute();

	await schema
		.createTable('group_programme')
		.addColumn('group_id', 'text', (c) => c.primaryKey())
		.addColumn('programme_sealed', BYTES, (c) => c.notNull())
		.addColumn('since', 'bigint', (c) => c.notNull())
		.execute();
}
