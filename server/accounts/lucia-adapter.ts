import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { SignInTable } from '../store/schema.ts';
import {
	deleteSignIn,
	insertSignIn,
	moveSignInExpiry,
	signInById,
	type SignInRow,
	signInsEndedBy,
	signInsOf
} from '../store/sign-ins.ts';
import { idleEnd } from './lifetimes.ts';
import { EndedListeners, signInEvent, type SignInGround } from './sign-in-rows.ts';

/** lucia's view of our rows. It is handed hashes, never a token (R01). */
export class LuciaAdapter implements Adapter {
	readonly ended = new EndedListeners();
	readonly #ground: SignInGround;

	constructor(ground: SignInGround) {
		this.#ground = ground;
	}

	async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
		const row = await signInById(this.#ground.store.db, id);
		if (!row) return [null, null];
		const user = row.disabled_at === null ? { id: row.person, attributes: {} } : null;
		return [this.#session(row), user];
	}

	async getUserSessions(person: PersonId): Promise<DatabaseSession[]> {
		const rows = await signInsOf(this.#ground.store.db, person);
		return rows.filter((row) => row.disabled_at === null).map((row) => this.#session(row));
	}

	setSession({ attributes }: DatabaseSession): Promise<void> {
		const { store } = this.#ground;
		const row = attributes.row;
		return store.writer.commit([insertSignIn(store.db, row)], [signInEvent('sign-in', row.person)]);
	}

	/** The new end is ours to say: lucia knows one length of life for everybody, and no absolute end. */
	async updateSessionExpiration(id: string): Promise<void> {
		const { store, now } = this.#ground;
		const row = await signInById(store.db, id);
		if (!row) return;
		const seenAt = now();
		const expiresAt = idleEnd(row.staff === 1, seenAt, row.ends_at);
		await store.writer.commit([moveSignInExpiry(store.db, id, { seenAt, expiresAt })]);
	}

	async deleteSession(id: string): Promise<void> {
		const { store } = this.#ground;
		const row = await signInById(store.db, id);
		if (row) await this.#delete([row]);
	}

	async deleteUserSessions(person: PersonId): Promise<void> {
		await this.#delete(await signInsOf(this.#ground.store.db, person));
	}

	async deleteExpiredSessions(): Promise<void> {
		const { store, now } = this.#ground;
		await this.#delete(await signInsEndedBy(store.db, now()));
	}

	/** Not lucia's: the old id goes and the new one comes in one unit (R05). */
	replaceSession(old: string, row: SignInTable): Promise<void> {
		const { store } = this.#ground;
		return store.writer.commit([deleteSignIn(store.db, old, 1), insertSignIn(store.db, row)]);
	}

	/** Every end goes through here, lucia's own included, so that nobody's sockets outlive it (R06). */
	async #delete(rows: SignInTable[]): Promise<void> {
		if (rows.length === 0) return;
		const { store } = this.#ground;
		await store.writer.commit(
			rows.map((row) => deleteSignIn(store.db, row.id)),
			rows.map((row) => signInEvent('sign-out', row.person))
		);
		for (const row of rows) this.ended.tell(row.person, row.id);
	}

	/** lucia compares with the machine's clock, so our times are told as seen from it. */
	#session(row: SignInRow): DatabaseSession {
		const left = Math.min(row.expires_at, row.ends_at) - this.#ground.now();
		return {
			id: row.id,
			userId: row.person,
			expiresAt: new Date(Date.now() + left),
			attributes: { row }
		};
	}
}
