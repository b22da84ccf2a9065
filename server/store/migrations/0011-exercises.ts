import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('exercise')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('retired_at', 'bigint')
		.execute();
	await schema
		.createTable('exercise_version')
		.addColumn('exercise', 'text', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('definition_sealed', BYTES, (c) => c.notNull())
		.addColumn('made_by', 'text', (c) => c.notNull())
		.addColumn('made_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('exercise_version_key', ['exercise', 'version'])
		.execute();
}
