import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** How each person's call went: kept and deleted with the attendance. */
export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('call_times')
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('times_sealed', BYTES, (c) => c.notNull())
		.addColumn('reported_at', 'bigint', (c) => c.notNull())
		.addPrimaryKeyConstraint('call_times_key', ['session', 'person'])
		.execute();
}
