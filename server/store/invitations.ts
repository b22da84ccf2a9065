import type { Kysely } from 'kysely';
import type { GroupId, InvitationId } from '../../src/lib/domain/ids.ts';
import type { InvitationTable, Schema } from './schema.ts';
import { type Statement, statement } from './writer.ts';

export function invitationByTokenHash(
	db: Kysely<Schema>,
	tokenHash: string
): Promise<InvitationTable | undefined> {
	return db.selectFrom('invitation').selectAll().where('token_hash', '=', tokenHash).executeTakeFirst();
}

export function invitationById(db: Kysely<Schema>, id: InvitationId): Promise<InvitationTable | undefined> {
	return db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst();
}

export function invitationsOf(db: Kysely<Schema>, group: GroupId): Promise<InvitationTable[]> {
	return db
		.selectFrom('invitation')
		.selectAll()
		.where('group_id', '=', group)
		.orderBy('created_at', 'desc')
		.execute();
}

export function insertInvitation(db: Kysely<Schema>, row: InvitationTable): Statement {
	return statement(db.insertInto('invitation').values(row), 1);
}

/** Spends an invitation that is still good; the unit is undone when it is not, or when another was faster. */
export function spendInvitation(db: Kysely<Schema>, id: InvitationId, now: number): Statement {
	return statement(
		db
			.updateTable('invitation')
			.set({ used_at: now })
			.where('id', '=', id)
			.where('used_at', 'is', null)
			.where('revoked_at', 'is', null)
			.where('expires_at', '>', now),
		1
	);
}

/** Gives an invitation back whose use did not come to its end. */
export function unspendInvitation(db: Kysely<Schema>, id: InvitationId): Statement {
	return statement(db.updateTable('invitation').set({ used_at: null }).where('id', '=', id), 1);
}

export function revokeInvitation(db: Kysely<Schema>, id: InvitationId, now: number): Statement {
	return statement(
		db.updateTable('invitation').set({ revoked_at: now }).where('id', '=', id).where('used_at', 'is', null),
		1
	);
}
