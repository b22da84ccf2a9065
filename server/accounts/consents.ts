import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { consentsOf, insertConsent } from '../store/consents.ts';
import type { Store } from '../store/store.ts';
import type { Statement } from '../store/writer.ts';

export interface Consent {
	person: PersonId;
	group: GroupId;
	/** The session whose lobby it was confirmed in, or null: at the invitation. */
	session: SessionId | null;
	/** The version of the words that the person was shown. */
	version: string;
}

/** Who agreed to which version of the consent (S16, R49). */
export class Consents {
	readonly #store: Store;
	readonly #now: () => number;

	constructor(store: Store, now: () => number) {
		this.#store = store;
		this.#now = now;
	}

	/** The statement that keeps a consent, for a unit of the caller's. Throws a Refusal when the words have changed since. */
	confirming({ person, group, session, version }: Consent): Statement {
		if (version !== CONSENT_VERSION) {
			throw new Refusal('conflict', 'These words have changed. Please read them again.', 'consent');
		}
		return insertConsent(this.#store.db, {
			person,
			group_id: group,
			session,
			version,
			given_at: this.#now()
		});
	}

	/** Whether the person has agreed to today's version in this group; a new version is asked again. */
	async isCurrent(person: PersonId, group: GroupId): Promise<boolean> {
		const [last] = await consentsOf(this.#store.db, person, group);
		return last?.version === CONSENT_VERSION;
	}

	/** Whether it was confirmed in the lobby of this session. */
	async isConfirmed(person: PersonId, group: GroupId, session: SessionId): Promise<boolean> {
		const all = await consentsOf(this.#store.db, person, group);
		return all.some((row) => row.session === session && row.version === CONSENT_VERSION);
	}

	async historyOf(person: PersonId, group: GroupId): Promise<{ version: string; givenAt: number }[]> {
		const all = await consentsOf(this.#store.db, person, group);
		return all.map((row) => ({ version: row.version, givenAt: row.given_at }));
	}
}
