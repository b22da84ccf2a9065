import { newId, type GroupId, type RequestId } from '../../src/lib/domain/ids.ts';
import {
	ANSWERED_KEPT_MS,
	UNANSWERED_KEPT_MS,
	type Decline,
	type JoinWishes,
	type RequestState
} from '../../src/lib/domain/join-request.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { Invitations } from '../accounts/invitations.ts';
import { addressSubject } from '../accounts/throttle.ts';
import { hashToken, newToken, parseToken } from '../accounts/token.ts';
import { address } from '../config.ts';
import type { Ground } from '../app.ts';
import {
	answerRequest,
	countRequestsFrom,
	deleteOldRequests,
	deleteRequest,
	insertRequest,
	requestById,
	requestByTokenHash,
	waitingRequests,
	type RequestAnswer
} from '../store/join-requests.ts';
import { revokeInvitation } from '../store/invitations.ts';
import type { JoinRequestTable } from '../store/schema.ts';
import { WriteConflict } from '../store/writer.ts';
import type { Asker } from './actor.ts';
import type { Groups } from './groups.ts';
import type { Openings } from './openings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Requests that wait in one group, and those of one household in a day: nobody buries a facilitator. */
const WAITING_MOST = 20;
const OF_ONE_ADDRESS_A_DAY = 5;

export interface WaitingRequest {
	id: RequestId;
	wishes: JoinWishes;
	createdAt: number;
}

/** What somebody finds under the link that they were given when they asked. */
export interface OwnRequest {
	group: string;
	state: RequestState;
}

/** Asking to join a group that its facilitator has opened for it (S18), and answering. */
export class JoinRequests {
	readonly #ground: Ground;
	readonly #groups: Groups;
	readonly #openings: Openings;
	readonly #invitations: Invitations;

	constructor(ground: Ground, parts: { groups: Groups; openings: Openings; invitations: Invitations }) {
		this.#ground = ground;
		this.#groups = parts.groups;
		this.#openings = parts.openings;
		this.#invitations = parts.invitations;
	}

	/** Keeps what a stranger says of themselves; their own link is told once and never kept. Throws a Refusal. */
	async ask(group: GroupId, wishes: JoinWishes, from: string): Promise<{ url: string }> {
		const { store, vault, config, now } = this.#ground;
		const askedFrom = vault.fingerprint('join-request', addressSubject(from).key);
		if ((await countRequestsFrom(store.db, askedFrom, now() - DAY_MS)) >= OF_ONE_ADDRESS_A_DAY) {
			throw new Refusal(
				'too-many',
				'Several requests came from here today. Please try again tomorrow, or write to the practice.'
			);
		}
		if (!(await this.#openings.openGroup(group))?.placesLeft) throw notOpen();
		const token = newToken();
		const id = newId<'request'>();
		const row: JoinRequestTable = {
			...{ id, group_id: group, token_hash: hashToken(token), asked_from: askedFrom },
			wishes_sealed: vault.sealJson(`group:${group}`, wishesPlace(id), wishes),
			...{ answer_sealed: null, invitation: null, created_at: now(), answered_at: null }
		};
		await store.writer
			.commit(
				[insertRequest(store.db, row, WAITING_MOST)],
				[{ person: null, action: 'request.make', object: `group:${group}`, detail: id }]
			)
			.catch((error: unknown) => {
				if (!(error instanceof WriteConflict)) throw error;
				throw notOpen();
			});
		return { url: `${address(config)}/asked#${token}` };
	}

	/** The requests that wait for an answer, the oldest first; each look at them is in the audit log. */
	async waiting(asker: Asker, group: GroupId): Promise<WaitingRequest[]> {
		await this.#groups.allow(asker, 'request.answer', group);
		const { store, vault } = this.#ground;
		const rows = await waitingRequests(store.db, group);
		if (rows.length > 0) {
			const event = { person: asker.person, action: 'request.read', object: `group:${group}` };
			await store.writer.commit([], [event]);
		}
		return rows.map((row) => ({
			id: row.id,
			wishes: vault.openJson<JoinWishes>(`group:${group}`, wishesPlace(row.id), row.wishes_sealed),
			createdAt: row.created_at
		}));
	}

	/** How many wait for an answer. */
	async countWaiting(group: GroupId): Promise<number> {
		return (await waitingRequests(this.#ground.store.db, group)).length;
	}

	/** Turns the link of whoever asked into an invitation of theirs (R28). */
	async invite(asker: Asker, group: GroupId, request: RequestId): Promise<void> {
		const row = await this.#answerable(asker, group, request);
		const invitation = this.#invitations.answering(row.token_hash, { group, by: asker.person });
		const answer = { answer_sealed: null, invitation: invitation.row.id };
		await this.#answer(asker, row, answer, { statement: invitation.statement, event: invitation.event });
	}

	async decline(asker: Asker, group: GroupId, request: RequestId, decline: Decline): Promise<void> {
		const row = await this.#answerable(asker, group, request);
		const answer_sealed = this.#ground.vault.sealJson(`group:${group}`, answerPlace(request), decline);
		await this.#answer(asker, row, { answer_sealed, invitation: null });
	}

	/** What became of a request, for whoever holds its link. Throws a Refusal for a link that leads nowhere. */
	async look(token: unknown): Promise<OwnRequest> {
		const row = await this.#byToken(token);
		const group = await this.#groups.get(row.group_id);
		if (!group) throw unknownRequest();
		return { group: group.name, state: await this.#stateOf(row) };
	}

	/** Takes a request back, with all that was said in it, and an invitation that was not used. */
	async withdraw(token: unknown): Promise<void> {
		const row = await this.#byToken(token);
		const { store, now } = this.#ground;
		const object = `group:${row.group_id}`;
		const isInvited = row.invitation && (await this.#stateOf(row)).is === 'invited';
		const statements = isInvited ? [revokeInvitation(store.db, row.invitation!, now())] : [];
		await store.writer.commit(
			[deleteRequest(store.db, row.id), ...statements],
			[{ person: null, action: 'request.withdraw', object, detail: row.id }]
		);
	}

	/** Forgets what was answered, or never was, as long ago as was said. */
	async purge(now = this.#ground.now()): Promise<void> {
		const { store } = this.#ground;
		const before = { answered: now - ANSWERED_KEPT_MS, unanswered: now - UNANSWERED_KEPT_MS };
		await store.writer.commit([deleteOldRequests(store.db, before)]);
	}

	async #answerable(asker: Asker, group: GroupId, request: RequestId): Promise<JoinRequestTable> {
		await this.#groups.allow(asker, 'request.answer', group);
		const row = await requestById(this.#ground.store.db, request);
		if (row?.group_id !== group) throw new Refusal('not-found', 'There is no such request.');
		return row;
	}

	async #answer(
		asker: Asker,
		row: JoinRequestTable,
		answer: Omit<RequestAnswer, 'answered_at'>,
		alongside?: Pick<ReturnType<Invitations['answering']>, 'statement' | 'event'>
	): Promise<void> {
		const { store, now } = this.#ground;
		const detail = answer.invitation ? 'invited' : 'declined';
		const event = { person: asker.person, action: 'request.answer', object: row.id, detail };
		await store.writer
			.commit(
				[
					answerRequest(store.db, row.id, { ...answer, answered_at: now() }),
					...(alongside ? [alongside.statement] : [])
				],
				[event, ...(alongside ? [alongside.event] : [])]
			)
			.catch((error: unknown) => {
				if (!(error instanceof WriteConflict)) throw error;
				throw new Refusal('conflict', 'This request has been answered already, or was taken back.');
			});
	}

	async #byToken(token: unknown): Promise<JoinRequestTable> {
		const good = parseToken(token);
		const row = good && (await requestByTokenHash(this.#ground.store.db, hashToken(good)));
		if (!row) throw unknownRequest();
		return row;
	}

	async #stateOf(row: JoinRequestTable): Promise<RequestState> {
		if (row.answered_at === null) return { is: 'waiting' };
		if (row.answer_sealed) {
			const scope = `group:${row.group_id}` as const;
			const decline = this.#ground.vault.openJson<Decline>(scope, answerPlace(row.id), row.answer_sealed);
			return { is: 'declined', ...decline };
		}
		const invitation = row.invitation && (await this.#invitations.get(row.invitation));
		if (invitation && invitation.state === 'open') return { is: 'invited', until: invitation.expiresAt };
		return { is: invitation && invitation.state === 'used' ? 'joined' : 'lapsed' };
	}
}

const wishesPlace = (request: RequestId) => `join_request|wishes|${request}`;
const answerPlace = (request: RequestId) => `join_request|answer|${request}`;

function notOpen(): Refusal {
	return new Refusal('conflict', 'This group takes no requests just now. Please try again another day.');
}

function unknownRequest(): Refusal {
	return new Refusal('not-found', 'There is no request under this link any more.');
}
