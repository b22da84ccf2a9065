import type { Kysely } from 'kysely';
import type { CommandTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function commandRow(
	db: Kysely<Schema>,
	of: Pick<CommandTable, 'session' | 'person' | 'key'>
): Promise<CommandTable | undefined> {
	return db
		.selectFrom('command')
		.selectAll()
		.where('session', '=', of.session)
		.where('person', '=', of.person)
		.where('key', '=', of.key)
		.executeTakeFirst();
}

export function insertCommand(db: Kysely<Schema>, row: CommandTable): Statement {
	return statement(db.insertInto('command').values(row), 1);
}
