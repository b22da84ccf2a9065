import {
	type AuthenticationResponseJSON,
	generateAuthenticationOptions,
	generateRegistrationOptions,
	type PublicKeyCredentialCreationOptionsJSON,
	type PublicKeyCredentialRequestOptionsJSON,
	type RegistrationResponseJSON,
	verifyAuthenticationResponse,
	verifyRegistrationResponse
} from '@simplewebauthn/server';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { Refusal } from '../../src/lib/domain/refusal.ts';
import { address, allowedOrigins, type Config } from '../config.ts';
import { credentialByLookup, updateCredential } from '../store/credentials.ts';
import type { CredentialTable } from '../store/schema.ts';
import type { Statement } from '../store/writer.ts';
import type { Credentials } from './credentials.ts';
import { ShortLived } from './short-lived.ts';
import { hashToken } from './token.ts';

/** EdDSA, ES256 and RS256: what authenticators have. */
const ALGORITHMS = [-8, -7, -257];
const CHALLENGE_MS = 5 * 60_000;

interface PasskeyData {
	id: string;
	publicKey: string;
	counter: number;
	transports: string[];
}

type Transports = NonNullable<RegistrationResponseJSON['response']['transports']>;

/** Passkeys (WebAuthn): the device's own lock proves who somebody is, and nothing can be phished. */
export class Passkeys {
	readonly #config: Config;
	readonly #credentials: Credentials;
	readonly #challenges: ShortLived<{ challenge: string; person: PersonId | null }>;

	constructor(config: Config, credentials: Credentials) {
		this.#config = config;
		this.#credentials = credentials;
		this.#challenges = new ShortLived(CHALLENGE_MS, credentials.now);
	}

	async has(person: PersonId): Promise<boolean> {
		return (await this.#credentials.rows(person, 'passkey')).length > 0;
	}

	/** What the browser needs to make a passkey, and the key under which its answer is expected, once. */
	async proposal(
		person: PersonId,
		name: string
	): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; key: string }> {
		const known = await this.#credentials.rows(person, 'passkey');
		const options = await generateRegistrationOptions({
			rpName: 'Hearth',
			rpID: this.#rpId,
			userName: name,
			userDisplayName: name,
			userID: new TextEncoder().encode(person),
			attestationType: 'none',
			supportedAlgorithmIDs: ALGORITHMS,
			excludeCredentials: known.map((row) => ({ id: this.#credentials.open<PasskeyData>(row).id })),
			authenticatorSelection: { residentKey: 'required', userVerification: 'required' }
		});
		return { options, key: this.#challenges.put({ challenge: options.challenge, person }) };
	}

	/** The statement that keeps the passkey that the browser made. Throws a Refusal. */
	async adding(
		key: string | null,
		{ person, response, label }: { person: PersonId; response: RegistrationResponseJSON; label: string }
	): Promise<Statement> {
		const asked = this.#challenges.take(key);
		if (!asked || asked.person !== person) throw tooLate();
		const { registrationInfo } = await verifyRegistrationResponse({
			...{ response, expectedChallenge: asked.challenge, requireUserVerification: true },
			...{ expectedOrigin: allowedOrigins(this.#config), expectedRPID: this.#rpId },
			supportedAlgorithmIDs: ALGORITHMS
		}).catch(refuse);
		if (!registrationInfo) throw refused();
		const { id, publicKey, counter } = registrationInfo.credential;
		const data: PasskeyData = {
			...{ id, counter, publicKey: Buffer.from(publicKey).toString('base64url') },
			transports: response.response.transports ?? []
		};
		return this.#credentials.adding({ person, kind: 'passkey', label, lookup: hashToken(id), data });
	}

	/** What the browser needs to ask for any passkey of ours, or for one of `person`. */
	async question(
		person: PersonId | null
	): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; key: string }> {
		const rows = person ? await this.#credentials.rows(person, 'passkey') : [];
		const options = await generateAuthenticationOptions({
			rpID: this.#rpId,
			userVerification: 'required',
			allowCredentials: rows.map((row) => {
				const { id, transports } = this.#credentials.open<PasskeyData>(row);
				return { id, transports: transports as Transports };
			})
		});
		return { options, key: this.#challenges.put({ challenge: options.challenge, person }) };
	}

	/** Whose passkey answered. Throws a Refusal. */
	async answer(key: string | null, response: AuthenticationResponseJSON): Promise<PersonId> {
		const asked = this.#challenges.take(key);
		if (!asked) throw tooLate();
		const { store } = this.#credentials;
		const row = await credentialByLookup(store.db, 'passkey', hashToken(response.id));
		if (!row || (asked.person !== null && asked.person !== row.person)) throw refused();
		const data = this.#credentials.open<PasskeyData>(row);
		const { verified, authenticationInfo } = await verifyAuthenticationResponse({
			...{ response, expectedChallenge: asked.challenge, requireUserVerification: true },
			...{ expectedOrigin: allowedOrigins(this.#config), expectedRPID: this.#rpId },
			credential: { ...data, transports: [], publicKey: Buffer.from(data.publicKey, 'base64url') }
		}).catch(refuse);
		if (!verified) throw refused();
		await this.#noteUse(row, { ...data, counter: authenticationInfo.newCounter });
		return row.person;
	}

	async #noteUse(row: CredentialTable, data: PasskeyData): Promise<void> {
		const { store, now } = this.#credentials;
		const change = { used_at: now(), data_sealed: this.#credentials.seal(row, data) };
		await store.writer.commit([updateCredential(store.db, row.id, change)]);
	}

	get #rpId(): string {
		return new URL(address(this.#config)).hostname;
	}
}

/** The library says why in an error; people are told what to do. */
function refuse(): never {
	throw refused();
}

function refused(): Refusal {
	return new Refusal(
		'not-allowed',
		'This passkey did not work here. Please try again, or sign in another way.'
	);
}

function tooLate(): Refusal {
	return new Refusal('conflict', 'That took a little too long. Please try again.');
}
