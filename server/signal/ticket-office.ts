import { randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { Vault } from '../vault/vault.ts';

/** A ticket lasts as long as the longest meeting; a live sign-in and a place in the room are asked for anyway. */
const TICKET_MS = 12 * 3_600_000;

interface Holder {
	session: SessionId;
	person: PersonId;
}

/** Issues signalling ids, each bound to a person and a session by a keyed hash, so that they outlive a restart. */
export class TicketOffice {
	readonly #vault: Pick<Vault, 'fingerprint'>;
	readonly #now: () => number;
	#lastIssue = 0;

	constructor(vault: Pick<Vault, 'fingerprint'>, now: () => number) {
		this.#vault = vault;
		this.#now = now;
	}

	/** Of two who link, the one with the greater id makes the offers: who must make them gets an id above all others. */
	issue(holder: Holder, mustOffer: boolean): { id: string; token: string } {
		// Later tickets have later numbers, even within a millisecond: the newest takes over.
		this.#lastIssue = Math.max(this.#now(), this.#lastIssue + 1);
		const first = mustOffer ? 15 : randomInt(15);
		const id = first.toString(16) + randomBytes(16).toString('hex').slice(1);
		return { id, token: `${this.#lastIssue.toString(36)}.${this.#proof(holder, id, this.#lastIssue)}` };
	}

	/** When the ticket was issued, or null when it is not this holder's. */
	check(holder: Holder, id: string, token: string): number | null {
		const [issue = '', proof = ''] = token.split('.');
		const issuedAt = parseInt(issue, 36);
		if (!Number.isSafeInteger(issuedAt) || this.#now() - issuedAt > TICKET_MS) return null;
		const expected = Buffer.from(this.#proof(holder, id, issuedAt));
		const given = Buffer.from(proof);
		return given.length === expected.length && timingSafeEqual(given, expected) ? issuedAt : null;
	}

	#proof({ session, person }: Holder, id: string, issuedAt: number): string {
		return this.#vault.fingerprint('signal', `${session}|${person}|${id}|${issuedAt}`);
	}
}
