import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import type { BrowserSignIns } from './browser-sign-ins.ts';
import type { Cookie } from './cookies.ts';
import type { Devices } from './devices.ts';
import type { OneTimeCodes } from './one-time-codes.ts';
import type { Passkeys } from './passkeys.ts';
import type { Passwords } from './passwords.ts';
import type { SignedIn } from './sign-ins.ts';
import type { Throttle } from './throttle.ts';
import type { Visitor } from './ways-in.ts';

/** What is typed to prove it; a passkey is the way that is not. */
export type ProofKind = 'password' | 'pin' | 'code';

interface Parts {
	signIns: BrowserSignIns;
	passwords: Passwords;
	codes: OneTimeCodes;
	devices: Devices;
	passkeys: Passkeys;
	waysIn: { throttle: Throttle };
}

/** Proving again who one is, before something weighty (R10); the sign-in gets a new token (R05). */
export class StepUp {
	readonly #parts: Parts;

	constructor(parts: Parts) {
		this.#parts = parts;
	}

	/** How this person can prove it in this browser; none for who came by a link alone. */
	async waysOf(person: PersonId, cookieHeader: string | null): Promise<ProofKind[]> {
		const { passwords, codes, devices } = this.#parts;
		const device = await devices.look(cookieHeader);
		const ways: ProofKind[] = [];
		if (await passwords.has(person)) ways.push('password');
		if (device?.person === person && device.lock === 'pin') ways.push('pin');
		if (await codes.has(person)) ways.push('code');
		return ways;
	}

	/** The cookie of the sign-in that a passkey of the same person has renewed. Throws a Refusal. */
	async proveByPasskey(
		{ cookieHeader }: Visitor,
		{ person }: SignedIn,
		key: string | null,
		response: AuthenticationResponseJSON
	): Promise<Cookie> {
		const proved = await this.#parts.passkeys.answer(key, response);
		if (proved !== person) throw new Refusal('not-allowed', 'This passkey belongs to another account.');
		return this.#renewed(cookieHeader, true);
	}

	/** The cookie of the renewed sign-in. Throws a Refusal when the proof is wrong. */
	async prove(
		visitor: Visitor,
		{ person, secondFactor }: SignedIn,
		proof: { kind: ProofKind; secret: string }
	): Promise<Cookie> {
		const subject = { kind: 'code', key: person } as const;
		const right = await this.#parts.waysIn.throttle.guard([subject], async () =>
			(await this.#isRight(visitor, person, proof)) ? true : null
		);
		if (!right) throw new Refusal('not-allowed', 'That did not match. Please try again.', proof.kind);
		return this.#renewed(visitor.cookieHeader, secondFactor || proof.kind === 'code');
	}

	async #renewed(cookieHeader: string | null, secondFactor: boolean): Promise<Cookie> {
		const cookie = await this.#parts.signIns.renew(cookieHeader, { secondFactor });
		if (!cookie) throw new Refusal('not-signed-in', 'You have been signed out. Please sign in again.');
		return cookie;
	}

	async #isRight(
		{ cookieHeader }: Visitor,
		person: PersonId,
		{ kind, secret }: { kind: ProofKind; secret: string }
	): Promise<boolean> {
		const { passwords, codes, devices } = this.#parts;
		if (kind === 'password') return passwords.verify(person, secret);
		if (kind === 'code') return codes.spend(person, secret);
		const device = await devices.look(cookieHeader);
		return device?.person === person && devices.isPin(cookieHeader, secret);
	}
}
