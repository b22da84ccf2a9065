import type { PersonId } from '../../src/lib/domain/ids.ts';
import {
	deleteSignIn,
	insertSignIn,
	moveSignInExpiry,
	signInById,
	signInsEndedBy,
	signInsOf
} from '../store/sign-ins.ts';
import { WriteConflict } from '../store/writer.ts';
import { idleEnd, TOUCH_EVERY_MS } from './lifetimes.ts';
import {
	EndedListeners,
	isAlive,
	newSignInRow,
	rotatedRow,
	signedInOf,
	signInEvent,
	type SignInGround
} from './sign-in-rows.ts';
import type { EndedSignIn, IssuedSignIn, NewSignIn, SignedIn, SignIns } from './sign-ins.ts';
import { hashToken, newToken } from './token.ts';

/** Sign-ins on node:crypto and our own tables alone: what takes lucia's place on the day it must go. */
export class OwnSignIns implements SignIns {
	readonly #ground: SignInGround;
	readonly #ended = new EndedListeners();

	constructor(ground: SignInGround) {
		this.#ground = ground;
	}

	async create(sign: NewSignIn): Promise<IssuedSignIn> {
		const { store, now } = this.#ground;
		const token = newToken();
		const row = newSignInRow(hashToken(token), sign, now());
		await store.writer.commit([insertSignIn(store.db, row)], [signInEvent('sign-in', sign.person)]);
		return { token, signIn: row.id, endsAt: row.ends_at };
	}

	async validate(token: string): Promise<SignedIn | null> {
		const { store, vault, now } = this.#ground;
		const row = await signInById(store.db, hashToken(token));
		return row && isAlive(row, now()) ? signedInOf(vault, row) : null;
	}

	async touch(signIn: string): Promise<void> {
		const { store, now } = this.#ground;
		const seenAt = now();
		const row = await signInById(store.db, signIn);
		if (!row || !isAlive(row, seenAt) || seenAt - row.seen_at < TOUCH_EVERY_MS) return;
		const expiresAt = idleEnd(row.staff === 1, seenAt, row.ends_at);
		await store.writer.commit([moveSignInExpiry(store.db, signIn, { seenAt, expiresAt })]);
	}

	async rotate(token: string, proof: { secondFactor: boolean }): Promise<IssuedSignIn | null> {
		const { store, now } = this.#ground;
		const old = await signInById(store.db, hashToken(token));
		if (!old || !isAlive(old, now())) return null;
		const next = newToken();
		const row = rotatedRow(old, hashToken(next), now(), proof.secondFactor);
		try {
			await store.writer.commit([deleteSignIn(store.db, old.id, 1), insertSignIn(store.db, row)]);
		} catch (error) {
			// Somebody else rotated or ended it first.
			if (error instanceof WriteConflict) return null;
			throw error;
		}
		this.#ended.tell(old.person, old.id, row.id);
		return { token: next, signIn: row.id, endsAt: row.ends_at };
	}

	async revoke(signIn: string): Promise<void> {
		const { store } = this.#ground;
		const row = await signInById(store.db, signIn);
		if (!row) return;
		await store.writer.commit([deleteSignIn(store.db, signIn)], [signInEvent('sign-out', row.person)]);
		this.#ended.tell(row.person, signIn);
	}

	async revokePerson(person: PersonId, except?: string): Promise<void> {
		const rows = await signInsOf(this.#ground.store.db, person);
		for (const row of rows) if (row.id !== except) await this.revoke(row.id);
	}

	async list(person: PersonId): Promise<SignedIn[]> {
		const { store, vault, now } = this.#ground;
		const rows = await signInsOf(store.db, person);
		return rows.filter((row) => isAlive(row, now())).map((row) => signedInOf(vault, row));
	}

	async sweep(): Promise<void> {
		const { store, now } = this.#ground;
		for (const row of await signInsEndedBy(store.db, now())) await this.revoke(row.id);
	}

	onEnded(listener: (ended: EndedSignIn) => void): void {
		this.#ended.add(listener);
	}
}
