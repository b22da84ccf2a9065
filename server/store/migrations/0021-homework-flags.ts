import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** Who reads what is answered about safety between sessions, and the answers they were told of (S05). */
export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('risk_reader')
		.addColumn('group_id', 'text', (c) => c.primaryKey())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('within_hours', 'integer', (c) => c.notNull())
		.execute();

	await schema
		.createTable('homework_flag')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('group_id', 'text', (c) => c.notNull())
		.addColumn('homework', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('reader', 'text', (c) => c.notNull())
		.addColumn('at', 'bigint', (c) => c.notNull())
		.addColumn('read_by', 'bigint', (c) => c.notNull())
		.addColumn('words_sealed', BYTES, (c) => c.notNull())
		.addColumn('cleared_at', 'bigint')
		.addColumn('cleared_by', 'text')
		.execute();
	await schema.createIndex('homework_flag_of_group').on('homework_flag').column('group_id').execute();
	await schema.createIndex('homework_flag_of_homework').on('homework_flag').column('homework').execute();
}
