import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Store } from '../store/store.ts';
import type { SignInTable } from '../store/schema.ts';
import type { SignInRow } from '../store/sign-ins.ts';
import type { AuditEvent } from '../store/writer.ts';
import type { Vault } from '../vault/vault.ts';
import { absoluteEnd, idleEnd, SECOND_FACTOR_GRACE_MS } from './lifetimes.ts';
import { nameOfRow } from './people.ts';
import type { EndedSignIn, NewSignIn, SignedIn } from './sign-ins.ts';

/** What both ways of keeping sign-ins are built on. */
export interface SignInGround {
	store: Store;
	vault: Vault;
	now: () => number;
}

export function newSignInRow(id: string, sign: NewSignIn, now: number): SignInTable {
	const endsAt = absoluteEnd(sign.staff, now);
	return {
		id,
		person: sign.person,
		label: sign.label,
		created_at: now,
		seen_at: now,
		expires_at: idleEnd(sign.staff, now, endsAt),
		ends_at: endsAt,
		proved_at: now,
		second_factor: sign.secondFactor ? 1 : 0
	};
}

/** The row as it is after a fresh proof: a new id, and not one minute more of absolute life. */
export function rotatedRow(row: SignInRow, id: string, now: number, secondFactor: boolean): SignInTable {
	return {
		id,
		person: row.person,
		label: row.label,
		created_at: row.created_at,
		seen_at: now,
		expires_at: idleEnd(row.staff === 1, now, row.ends_at),
		ends_at: row.ends_at,
		proved_at: now,
		second_factor: secondFactor || row.second_factor ? 1 : 0
	};
}

/** Whether a row still signs anybody in. */
export function isAlive(row: SignInRow, now: number): boolean {
	return row.expires_at > now && row.ends_at > now && row.disabled_at === null;
}

export function signedInOf(vault: Vault, row: SignInRow): SignedIn {
	return {
		person: row.person,
		name: nameOfRow(vault, { id: row.person, name_sealed: row.name_sealed }),
		staff: row.staff === 1,
		signIn: row.id,
		provedAt: row.proved_at,
		expiresAt: row.expires_at,
		endsAt: row.ends_at,
		seenAt: row.seen_at,
		label: row.label,
		secondFactor: row.second_factor === 1,
		secondFactorDue:
			row.staff === 1 && row.second_factor_id === null ? row.person_since + SECOND_FACTOR_GRACE_MS : null
	};
}

export function signInEvent(action: 'sign-in' | 'sign-out', person: PersonId): AuditEvent {
	return { person, action, object: person };
}

/** Who wants to hear that sign-ins ended. */
export class EndedListeners {
	readonly #listeners: ((ended: EndedSignIn) => void)[] = [];

	add(listener: (ended: EndedSignIn) => void): void {
		this.#listeners.push(listener);
	}

	tell(person: PersonId, signIn: string, became: string | null = null): void {
		for (const listener of this.#listeners) listener({ person, signIn, became });
	}
}
