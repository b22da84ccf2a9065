import type { Kysely } from 'kysely';
import type { PersonId, TemplateId } from '../../src/lib/domain/ids.ts';
import type { Schema, TemplateTable } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

/** The templates that a person made, and those that others share, the oldest first. */
export function templatesFor(db: Db, person: PersonId): Promise<TemplateTable[]> {
	return db
		.selectFrom('template')
		.selectAll()
		.where((eb) => eb.or([eb('owner', '=', person), eb('shared', '=', 1)]))
		.orderBy('created_at')
		.orderBy('id')
		.execute();
}

export function templateById(db: Db, template: TemplateId): Promise<TemplateTable | undefined> {
	return db.selectFrom('template').selectAll().where('id', '=', template).executeTakeFirst();
}

export function insertTemplate(db: Db, row: TemplateTable): Statement {
	return statement(db.insertInto('template').values(row), 1);
}

export type TemplateChange = Pick<TemplateTable, 'shared' | 'title_sealed' | 'plan_sealed'>;

export function updateTemplate(db: Db, template: TemplateId, change: TemplateChange): Statement {
	return statement(db.updateTable('template').set(change).where('id', '=', template), 1);
}

export function deleteTemplate(db: Db, template: TemplateId): Statement {
	return statement(db.deleteFrom('template').where('id', '=', template), 1);
}
