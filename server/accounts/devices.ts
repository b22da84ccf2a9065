import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Config } from '../config.ts';
import {
	credentialByLookup,
	deleteCredential,
	rotateCredential,
	updateCredential
} from '../store/credentials.ts';
import type { CredentialTable } from '../store/schema.ts';
import { type Statement, WriteConflict } from '../store/writer.ts';
import { hashSecret, verifySecret } from './argon2.ts';
import { type Cookie, cookie, cookieName, readCookie } from './cookies.ts';
import type { Credentials } from './credentials.ts';
import { DEVICE_MS } from './lifetimes.ts';
import { hashToken, newToken, parseToken } from './token.ts';

/** Wrong PINs in all, after which the key is gone and the facilitator sends a new link. */
const WRONG_PINS = 18;

interface DeviceData {
	/** Argon2id of the PIN; null when the phone's own lock (a passkey) opens it. */
	pin: string | null;
	wrong: number;
}

export interface Device {
	id: string;
	person: PersonId;
	lock: 'pin' | 'passkey';
}

/** 'My own phone' (R04): a key in the browser that can do one thing, make a new sign-in, behind a PIN or the phone's lock. */
export class Devices {
	readonly #config: Pick<Config, 'secure'>;
	readonly #credentials: Credentials;

	constructor(config: Pick<Config, 'secure'>, credentials: Credentials) {
		this.#config = config;
		this.#credentials = credentials;
	}

	/** A key for this browser: its cookie, and the statement that keeps its hash. `pin` null: behind a passkey. */
	async adding(
		person: PersonId,
		{ pin, label }: { pin: string | null; label: string }
	): Promise<{ cookie: Cookie; statement: Statement }> {
		const token = newToken();
		const data: DeviceData = { pin: pin === null ? null : await hashSecret(pin), wrong: 0 };
		const expiresAt = this.#credentials.now() + DEVICE_MS;
		const statement = this.#credentials.adding({
			...{ person, kind: 'device', label, lookup: hashToken(token), data, expiresAt }
		});
		return { cookie: this.#cookie(token), statement };
	}

	/** The device this browser is, or null. */
	async look(cookieHeader: string | null | undefined): Promise<Device | null> {
		const row = await this.#row(cookieHeader);
		if (!row) return null;
		const { pin } = this.#credentials.open<DeviceData>(row);
		return { id: row.id, person: row.person, lock: pin === null ? 'passkey' : 'pin' };
	}

	/** Whether the PIN opens it; too many wrong ones end the key for good. */
	async isPin(cookieHeader: string | null | undefined, typed: string): Promise<boolean> {
		const row = await this.#row(cookieHeader);
		const data = row && this.#credentials.open<DeviceData>(row);
		if (!row || !data?.pin) return false;
		if (await verifySecret(typed, data.pin)) return true;
		const { store } = this.#credentials;
		const wrong = data.wrong + 1;
		const counted = { data_sealed: this.#credentials.seal(row, { ...data, wrong }) };
		await store.writer.commit([
			wrong >= WRONG_PINS ? deleteCredential(store.db, row) : updateCredential(store.db, row.id, counted)
		]);
		return false;
	}

	/** A new key in place of the one that was just used; null when another tab was faster. */
	async rotate(cookieHeader: string | null | undefined): Promise<Cookie | null> {
		const row = await this.#row(cookieHeader);
		if (!row) return null;
		const { store, now } = this.#credentials;
		const token = newToken();
		const data = { ...this.#credentials.open<DeviceData>(row), wrong: 0 };
		try {
			await store.writer.commit([
				rotateCredential(store.db, row, {
					...{ lookup: hashToken(token), used_at: now(), expires_at: now() + DEVICE_MS },
					data_sealed: this.#credentials.seal(row, data)
				})
			]);
			return this.#cookie(token);
		} catch (error) {
			if (error instanceof WriteConflict) return null;
			throw error;
		}
	}

	/** Takes the key off this browser, and out of the store. */
	async forget(cookieHeader: string | null | undefined): Promise<Cookie> {
		const row = await this.#row(cookieHeader);
		const { store } = this.#credentials;
		if (row) await store.writer.commit([deleteCredential(store.db, row)]);
		return cookie(this.#config, 'device', '', 0);
	}

	async #row(cookieHeader: string | null | undefined): Promise<CredentialTable | null> {
		const token = parseToken(readCookie(cookieHeader, cookieName(this.#config, 'device')));
		if (!token) return null;
		const { store, now } = this.#credentials;
		const row = await credentialByLookup(store.db, 'device', hashToken(token));
		return row && row.expires_at !== null && row.expires_at > now() ? row : null;
	}

	#cookie(token: string): Cookie {
		return cookie(this.#config, 'device', token, DEVICE_MS);
	}
}
