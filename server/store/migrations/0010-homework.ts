import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** What is done between sessions, and how far each person is with it. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('homework')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('words_sealed', BYTES, (c) => c.notNull())
		.addColumn('due_at', 'bigint', (c) => c.notNull())
		.addColumn('is_read', 'integer', (c) => c.notNull())
		.addColumn('rested_at', 'bigint')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.execute();
	await schema.createIndex('homework_group').on('homework').column('group_id').execute();

	await schema
		.createTable('homework_part')
		.addColumn('homework', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('document', 'text')
		.addColumn('progress', 'text', (c) => c.notNull())
		.addColumn('artifact', 'text')
		.addPrimaryKeyConstraint('homework_part_key', ['homework', 'person'])
		.execute();
	await schema.createIndex('homework_part_person').on('homework_part').column('person').execute();
}
