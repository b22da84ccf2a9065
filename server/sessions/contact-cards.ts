import type { GroupId, PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { ContactCard } from '../../src/lib/protocol/commands.ts';
import type { Ground } from '../app.ts';
import { entriesToWipe, entryOf, lastEntryOf, putEntry, replaceCard } from '../store/entries.ts';
import type { Statement } from '../store/writer.ts';
import type { Scope } from '../vault/vault.ts';

/** What members give at the door (S13), under a key of the session's own. */
export class ContactCards {
	readonly #ground: Pick<Ground, 'store' | 'vault' | 'now'>;

	constructor(ground: Pick<Ground, 'store' | 'vault' | 'now'>) {
		this.#ground = ground;
	}

	/** The statement that keeps a card, to be stored with the arrival itself. */
	keeping(
		of: { session: SessionId; person: PersonId; outsideLicence: boolean },
		card: ContactCard
	): Statement {
		const { store, vault, now } = this.#ground;
		const { session, person } = of;
		return putEntry(store.db, {
			session,
			person,
			card_sealed: vault.sealJson(scopeOf(session), placeOf(session, person), card),
			outside_licence: of.outsideLicence ? 1 : 0,
			at: now()
		});
	}

	async read(session: SessionId, person: PersonId): Promise<ContactCard | null> {
		const row = await entryOf(this.#ground.store.db, session, person);
		if (!row?.card_sealed) return null;
		return this.#ground.vault.openJson<ContactCard>(
			scopeOf(session),
			placeOf(session, person),
			row.card_sealed
		);
	}

	/** The last card the person gave in this group, so that it need not be written again. */
	async last(group: GroupId, person: PersonId): Promise<ContactCard | null> {
		const row = await lastEntryOf(this.#ground.store.db, group, person);
		return row ? this.read(row.session, person) : null;
	}

	/** Wipes the addresses of sessions signed off more than 24 hours ago; a daily duty (S13). */
	async wipeAddresses(): Promise<void> {
		const { store, vault, now } = this.#ground;
		const DAY_MS = 24 * 60 * 60 * 1000;
		for (const { session, person } of await entriesToWipe(store.db, now() - DAY_MS)) {
			const card = await this.read(session, person);
			if (!card) continue;
			const wiped = vault.sealJson(scopeOf(session), placeOf(session, person), { ...card, address: '' });
			await store.writer.commit(
				[replaceCard(store.db, { session, person, card_sealed: wiped, wiped_at: now() })],
				[{ person: null, action: 'contact-card.wiped', object: session }]
			);
		}
	}
}

const scopeOf = (session: SessionId): Scope => `entry:${session}`;
const placeOf = (session: SessionId, person: PersonId) => `entry|card|${session}|${person}`;
