import type { Kysely } from 'kysely';
import { BYTES } from '../dialect.ts';

/** The facilitator's words for afterwards, a group's own. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await db.schema.alterTable('hearth_group').addColumn('aftercare_sealed', BYTES).execute();
}
