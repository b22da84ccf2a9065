import type { Kysely } from 'kysely';
import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { EntryTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function entryOf(
	db: Kysely<Schema>,
	session: SessionId,
	person: PersonId
): Promise<EntryTable | undefined> {
	return db
		.selectFrom('entry')
		.selectAll()
		.where('session', '=', session)
		.where('person', '=', person)
		.executeTakeFirst();
}

/** Where the person last gave a card in this group. */
export function lastEntryOf(db: Kysely<Schema>, group: GroupId, person: PersonId) {
	return db
		.selectFrom('entry')
		.innerJoin('session', 'session.id', 'entry.session')
		.select('entry.session')
		.where('session.group_id', '=', group)
		.where('entry.person', '=', person)
		.where('entry.card_sealed', 'is not', null)
		.orderBy('entry.at', 'desc')
		.limit(1)
		.executeTakeFirst();
}

/** Cards of sessions that were signed off before `before`. */
export function entriesToWipe(db: Kysely<Schema>, before: number) {
	return db
		.selectFrom('entry')
		.innerJoin('session', 'session.id', 'entry.session')
		.select(['entry.session', 'entry.person'])
		.where('session.signed_off_at', '<', before)
		.where('entry.card_sealed', 'is not', null)
		.where('entry.wiped_at', 'is', null)
		.execute();
}

export function putEntry(db: Kysely<Schema>, row: Omit<EntryTable, 'wiped_at'>): Statement {
	const { card_sealed, outside_licence, at } = row;
	return statement(
		db
			.insertInto('entry')
			.values({ ...row, wiped_at: null })
			.onConflict((conflict) =>
				conflict
					.columns(['session', 'person'])
					.doUpdateSet({ card_sealed, outside_licence, at, wiped_at: null })
			)
	);
}

export function replaceCard(
	db: Kysely<Schema>,
	row: Pick<EntryTable, 'session' | 'person' | 'card_sealed'> & { wiped_at: number }
): Statement {
	return statement(
		db
			.updateTable('entry')
			.set({ card_sealed: row.card_sealed, wiped_at: row.wiped_at })
			.where('session', '=', row.session)
			.where('person', '=', row.person)
	);
}
