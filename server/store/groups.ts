import type { Kysely } from 'kysely';
import type { Place } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import type { GroupTable, PlaceTable, Schema } from './schema.ts';
import { statement, type Statement } from './writer.ts';

type Db = Kysely<Schema>;

export function groupById(db: Db, group: GroupId): Promise<GroupTable | undefined> {
	return db.selectFrom('hearth_group').selectAll().where('id', '=', group).executeTakeFirst();
}

/** The groups a person has a place in now, oldest first. */
export function groupsOf(db: Db, person: PersonId): Promise<GroupTable[]> {
	return db
		.selectFrom('hearth_group')
		.innerJoin('place', 'place.group_id', 'hearth_group.id')
		.selectAll('hearth_group')
		.where('place.person', '=', person)
		.where('place.left_at', 'is', null)
		.where('hearth_group.archived_at', 'is', null)
		.orderBy('hearth_group.created_at')
		.execute();
}

/** Everyone who has a place in the group now, in the order of their chairs. */
export function placesIn(db: Db, group: GroupId): Promise<PlaceTable[]> {
	return db
		.selectFrom('place')
		.selectAll()
		.where('group_id', '=', group)
		.where('left_at', 'is', null)
		.orderBy('seat')
		.execute();
}

/** The row of a person in a group, also when they have left. */
export function placeIn(db: Db, group: GroupId, person: PersonId): Promise<PlaceTable | undefined> {
	return db
		.selectFrom('place')
		.selectAll()
		.where('group_id', '=', group)
		.where('person', '=', person)
		.executeTakeFirst();
}

export function insertGroup(db: Db, row: GroupTable): Statement {
	return statement(db.insertInto('hearth_group').values(row), 1);
}

export function insertPlace(db: Db, row: PlaceTable): Statement {
	return statement(db.insertInto('place').values(row), 1);
}

/** Gives someone a chair, as long as the group has room: checked in the unit itself (R24). */
export function takeSeat(db: Db, row: PlaceTable): Statement {
	const taken = db
		.selectFrom('place as taken')
		.select((eb) => eb.fn.countAll<number>().as('people'))
		.where('taken.group_id', '=', row.group_id)
		.where('taken.left_at', 'is', null);
	const seat = db
		.selectFrom('hearth_group')
		.select((eb) => [
			'hearth_group.id',
			eb.val(row.person).as('person'),
			eb.val(row.place).as('place'),
			eb.val(row.alias_sealed).as('alias_sealed'),
			eb.val(row.seat).as('seat'),
			eb.val(row.since).as('since')
		])
		.where('hearth_group.id', '=', row.group_id)
		.where('hearth_group.archived_at', 'is', null)
		.where('hearth_group.capacity', '>', taken);
	const query = db
		.insertInto('place')
		.columns(['group_id', 'person', 'place', 'alias_sealed', 'seat', 'since'])
		.expression(seat)
		.onConflict((conflict) =>
			conflict
				.columns(['group_id', 'person'])
				.doUpdateSet({
					place: row.place,
					alias_sealed: row.alias_sealed,
					seat: row.seat,
					since: row.since,
					left_at: null
				})
				.where('place.left_at', 'is not', null)
		);
	return statement(query, 1);
}

/** Ends a person's place, unless it is the facilitator's own. */
export function endPlace(db: Db, group: GroupId, person: PersonId, at: number): Statement {
	const facilitator: Place = 'facilitator';
	const query = db
		.updateTable('place')
		.set({ left_at: at })
		.where('group_id', '=', group)
		.where('person', '=', person)
		.where('place', '!=', facilitator)
		.where('left_at', 'is', null);
	return statement(query, 1);
}

export type GroupChange = Partial<Pick<GroupTable, 'name_sealed' | 'focus_sealed' | 'agreements_sealed'>>;

export function updateGroup(db: Db, group: GroupId, change: GroupChange): Statement {
	return statement(db.updateTable('hearth_group').set(change).where('id', '=', group), 1);
}

/** Changes how many may be in the group, never below how many are. */
export function updateCapacity(db: Db, group: GroupId, capacity: number): Statement {
	const taken = db
		.selectFrom('place')
		.select((eb) => eb.fn.countAll<number>().as('people'))
		.where('group_id', '=', group)
		.where('left_at', 'is', null);
	const query = db
		.updateTable('hearth_group')
		.set({ capacity })
		.where('id', '=', group)
		.where((eb) => eb(taken, '<=', capacity));
	return statement(query, 1);
}
