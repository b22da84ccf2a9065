import { Lucia, TimeSpan } from 'lucia';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { SignInTable } from '../store/schema.ts';
import type { SignInRow } from '../store/sign-ins.ts';
import { WriteConflict } from '../store/writer.ts';
import { LuciaAdapter } from './lucia-adapter.ts';
import { TOUCH_EVERY_MS } from './lifetimes.ts';
import { newSignInRow, rotatedRow, signedInOf, type SignInGround } from './sign-in-rows.ts';
import type { EndedSignIn, IssuedSignIn, NewSignIn, SignedIn, SignIns } from './sign-ins.ts';
import { hashToken, newToken } from './token.ts';

declare module 'lucia' {
	interface Register {
		Lucia: Lucia<{ row: SignInRow }>;
		UserId: PersonId;
		DatabaseSessionAttributes: { row: SignInTable };
	}
}

/** Sign-ins kept by lucia 3.2.2, with what it lacks added: hashing, absolute ends, rotation, news of ends. */
export class LuciaSignIns implements SignIns {
	readonly #ground: SignInGround;
	readonly #adapter: LuciaAdapter;
	readonly #lucia: Lucia<{ row: SignInRow }>;

	constructor(ground: SignInGround) {
		this.#ground = ground;
		this.#adapter = new LuciaAdapter(ground);
		this.#lucia = new Lucia(this.#adapter, {
			// No sliding of lucia's own: it cannot tell a use from a look, `touch` can.
			sessionExpiresIn: new TimeSpan(0, 's'),
			getSessionAttributes: ({ row }) => ({ row: row as SignInRow })
		});
	}

	async create(sign: NewSignIn): Promise<IssuedSignIn> {
		const token = newToken();
		const row = newSignInRow(hashToken(token), sign, this.#ground.now());
		await this.#lucia.createSession(sign.person, { row }, { sessionId: row.id });
		return { token, signIn: row.id, endsAt: row.ends_at };
	}

	async validate(token: string): Promise<SignedIn | null> {
		const { session } = await this.#lucia.validateSession(hashToken(token));
		return session && signedInOf(this.#ground.vault, session.row);
	}

	async touch(signIn: string): Promise<void> {
		const { session } = await this.#lucia.validateSession(signIn);
		if (!session || this.#ground.now() - session.row.seen_at < TOUCH_EVERY_MS) return;
		await this.#adapter.updateSessionExpiration(signIn);
	}

	async rotate(token: string, proof: { secondFactor: boolean }): Promise<IssuedSignIn | null> {
		const { session } = await this.#lucia.validateSession(hashToken(token));
		if (!session) return null;
		const next = newToken();
		const row = rotatedRow(session.row, hashToken(next), this.#ground.now(), proof.secondFactor);
		try {
			await this.#adapter.replaceSession(session.id, row);
		} catch (error) {
			// Somebody else rotated or ended it first.
			if (error instanceof WriteConflict) return null;
			throw error;
		}
		this.#adapter.ended.tell(row.person, session.id, row.id);
		return { token: next, signIn: row.id, endsAt: row.ends_at };
	}

	async revoke(signIn: string): Promise<void> {
		await this.#lucia.invalidateSession(signIn);
	}

	async revokePerson(person: PersonId, except?: string): Promise<void> {
		const sessions = await this.#adapter.getUserSessions(person);
		for (const { id } of sessions) if (id !== except) await this.revoke(id);
	}

	async list(person: PersonId): Promise<SignedIn[]> {
		const sessions = await this.#lucia.getUserSessions(person);
		return sessions.map((session) => signedInOf(this.#ground.vault, session.row));
	}

	async sweep(): Promise<void> {
		await this.#lucia.deleteExpiredSessions();
	}

	onEnded(listener: (ended: EndedSignIn) => void): void {
		this.#adapter.ended.add(listener);
	}
}
