import type { Kysely } from 'kysely';
import type { Schema, SettingTable } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function settingNamed(db: Kysely<Schema>, name: string): Promise<SettingTable | undefined> {
	return db.selectFrom('setting').selectAll().where('name', '=', name).executeTakeFirst();
}

/** Keeps a new setting; the unit is undone when it is there already. */
export function insertSetting(db: Kysely<Schema>, row: SettingTable): Statement {
	return statement(db.insertInto('setting').values(row), 1);
}

export function updateSetting(db: Kysely<Schema>, row: SettingTable): Statement {
	return statement(
		db.updateTable('setting').set({ value_sealed: row.value_sealed }).where('name', '=', row.name),
		1
	);
}
