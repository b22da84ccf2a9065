import type { Place } from '../../src/lib/domain/group.ts';
import { type GroupId, type InvitationId, newId, type PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { address } from '../config.ts';
import type { Ground } from '../app.ts';
import {
	insertInvitation,
	invitationById,
	invitationByTokenHash,
	invitationsOf,
	revokeInvitation,
	spendInvitation,
	unspendInvitation
} from '../store/invitations.ts';
import type { InvitationTable } from '../store/schema.ts';
import { type Statement, WriteConflict } from '../store/writer.ts';
import { INVITATION_MS } from './lifetimes.ts';
import { hashToken, newToken, parseToken } from './token.ts';

export interface NewInvitation {
	group: GroupId;
	place: Place;
	/** A member who is in the group already: the link signs them in, once. */
	person?: PersonId | null;
	by: PersonId;
}

/** An invitation without its token, which is shown once and never kept (R28). */
export interface Invitation {
	id: InvitationId;
	purpose: InvitationTable['purpose'];
	group: GroupId | null;
	place: Place;
	person: PersonId | null;
	by: PersonId | null;
	createdAt: number;
	expiresAt: number;
	state: 'open' | 'used' | 'revoked' | 'expired';
}

export interface IssuedInvitation {
	id: InvitationId;
	/** The token stands after the `#`, where no server log and no preview sees it. */
	url: string;
	expiresAt: number;
}

interface Recipient {
	group: GroupId | null;
	place: Place;
	person: PersonId | null;
	by: PersonId | null;
}

/** Links that let somebody in: single use, 256 bits, hashed, good for seven days, revocable (R28). */
export class Invitations {
	readonly #ground: Ground;

	constructor(ground: Ground) {
		this.#ground = ground;
	}

	/** A link into a group: for a newcomer, or, with `person`, a personal sign-in link for a member. */
	create({ group, place, person = null, by }: NewInvitation): Promise<IssuedInvitation> {
		return this.#issue({ group, place, person, by });
	}

	/** A one-use sign-in link for somebody who has an account. */
	personalLink(person: PersonId, by: PersonId | null = null): Promise<IssuedInvitation> {
		return this.#issue({ group: null, place: 'member', person, by });
	}

	async listOf(group: GroupId): Promise<Invitation[]> {
		const rows = await invitationsOf(this.#ground.store.db, group);
		return rows.map((row) => invitationOf(row, this.#ground.now()));
	}

	async get(id: InvitationId): Promise<Invitation | null> {
		const row = await invitationById(this.#ground.store.db, id);
		return row ? invitationOf(row, this.#ground.now()) : null;
	}

	/** The invitation a token opens; looking spends nothing. Null for a token that never was one. */
	async look(token: unknown): Promise<Invitation | null> {
		const good = parseToken(token);
		const row = good && (await invitationByTokenHash(this.#ground.store.db, hashToken(good)));
		return row ? invitationOf(row, this.#ground.now()) : null;
	}

	/** The statement that spends it, for a unit with what it was spent on; of two, one unit fails. */
	spending(invitation: Invitation): Statement {
		return spendInvitation(this.#ground.store.db, invitation.id, this.#ground.now());
	}

	givingBack(invitation: Invitation): Statement {
		return unspendInvitation(this.#ground.store.db, invitation.id);
	}

	async revoke(id: InvitationId, by: PersonId): Promise<void> {
		const { store, now } = this.#ground;
		const event = { person: by, action: 'invitation.revoke', object: id };
		await store.writer.commit([revokeInvitation(store.db, id, now())], [event]).catch((error: unknown) => {
			if (!(error instanceof WriteConflict)) throw error;
			throw new Refusal('conflict', 'This invitation has been used already, so it cannot be taken back.');
		});
	}

	/** An invitation to whoever holds the token of this hash already, for a unit with what it answers. */
	answering(tokenHash: string, { group, by }: { group: GroupId; by: PersonId }) {
		return this.#making(tokenHash, { group, place: 'member', person: null, by });
	}

	#making(tokenHash: string, for_: Recipient) {
		const { store, now } = this.#ground;
		const row: InvitationTable = {
			id: newId<'invitation'>(),
			purpose: for_.person ? 'sign-in' : 'join',
			group_id: for_.group,
			place: for_.place,
			person: for_.person,
			token_hash: tokenHash,
			created_by: for_.by,
			created_at: now(),
			expires_at: now() + INVITATION_MS,
			used_at: null,
			revoked_at: null
		};
		const event = { person: for_.by, action: 'invitation.create', object: row.id, detail: row.purpose };
		return { row, statement: insertInvitation(store.db, row), event };
	}

	async #issue(for_: Recipient): Promise<IssuedInvitation> {
		const { store, config } = this.#ground;
		const token = newToken();
		const { row, statement, event } = this.#making(hashToken(token), for_);
		await store.writer.commit([statement], [event]);
		const page = for_.person ? '/sign-in/link' : '/join';
		return { id: row.id, url: `${address(config)}${page}#${token}`, expiresAt: row.expires_at };
	}
}

function invitationOf(row: InvitationTable, now: number): Invitation {
	const ended = row.expires_at <= now ? 'expired' : 'open';
	return {
		id: row.id,
		purpose: row.purpose,
		group: row.group_id,
		place: row.place,
		person: row.person,
		by: row.created_by,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		state: row.revoked_at ? 'revoked' : row.used_at ? 'used' : ended
	};
}
