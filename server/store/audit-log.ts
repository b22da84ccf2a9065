import type { Kysely } from 'kysely';
import type { AuditTable, Schema } from './schema.ts';

export function auditRows(db: Kysely<Schema>): Promise<AuditTable[]> {
	return db.selectFrom('audit').selectAll().orderBy('seq').execute();
}

/** What happened to one object, newest first. */
export function auditOf(db: Kysely<Schema>, object: string): Promise<AuditTable[]> {
	return db.selectFrom('audit').selectAll().where('object', '=', object).orderBy('seq', 'desc').execute();
}
