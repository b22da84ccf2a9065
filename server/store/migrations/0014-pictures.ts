import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
	const { schema } = db;
	await schema
		.createTable('picture')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('document', 'text', (c) => c.notNull())
		.addColumn('session', 'text', (c) => c.notNull())
		.addColumn('person', 'text', (c) => c.notNull())
		.addColumn('type', 'text', (c) => c.notNull())
		.addColumn('bytes_sealed', BYTES, (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.execute();
	await schema.createIndex('picture_of_session').on('picture').column('session').execute();
}
