import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import type { KeyStore } from '../store/key-store.ts';

/**
 * Whose key content is sealed under (R44): a group's shared content, a person's private content,
 * a session's contact cards, a facilitator's notes, or the practice's settings.
 */
export type Scope =
	'practice' | `group:${string}` | `person:${string}` | `entry:${string}` | `staff:${string}`;

/** The content cannot be opened: its key is gone, or it was changed, or it stands in the wrong place. */
export class SealBroken extends Error {
	override readonly name = 'SealBroken';
}

/** The layout of sealed bytes: version (1), nonce (12), tag (16), ciphertext. */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const HEADER_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

/** Envelope encryption: a data key a scope, wrapped by the key-encryption key that the database never sees (R45). */
export class Vault {
	readonly #keys: KeyStore;
	readonly #keyEncryptionKey: Uint8Array;
	readonly #opened = new Map<string, Uint8Array>();

	constructor(keys: KeyStore, keyEncryptionKey: Uint8Array) {
		this.#keys = keys;
		this.#keyEncryptionKey = keyEncryptionKey;
	}

	/**
	 * Seals `plain` under the key of `scope`. `place` names where it is kept, such as
	 * `document_update|<id>|<epoch>|<seq>`: bytes moved to another place do not open.
	 */
	seal(scope: Scope, place: string, plain: Uint8Array | string): Uint8Array {
		return encrypt(this.#dataKey(scope), `${scope}|${place}`, plain);
	}

	/** Opens what `seal` made. Throws SealBroken. */
	open(scope: Scope, place: string, sealed: Uint8Array): Buffer {
		const key = this.#knownKey(scope);
		if (!key) throw new SealBroken(`No key is left for ${place}.`);
		return decrypt(key, `${scope}|${place}`, sealed);
	}

	sealText(scope: Scope, place: string, text: string): Uint8Array {
		return this.seal(scope, place, text);
	}

	openText(scope: Scope, place: string, sealed: Uint8Array): string {
		return this.open(scope, place, sealed).toString('utf8');
	}

	sealJson(scope: Scope, place: string, value: unknown): Uint8Array {
		return this.seal(scope, place, JSON.stringify(value));
	}

	openJson<Value>(scope: Scope, place: string, sealed: Uint8Array): Value {
		return JSON.parse(this.openText(scope, place, sealed)) as Value;
	}

	/** A keyed hash of something secret that must be found again, such as a mail address. */
	fingerprint(purpose: string, text: string): string {
		return createHmac('sha256', this.#dataKey('practice')).update(`${purpose}|${text}`).digest('base64url');
	}

	/** Destroys the key of a scope: everything sealed under it is unreadable from now on (R46). */
	destroy(scope: Scope): void {
		this.#opened.delete(scope);
		this.#keys.remove(scope);
	}

	/** Wraps every data key anew; `next` takes the place of the key-encryption key (R45). */
	rewrap(next: Uint8Array): void {
		for (const { scope, wrapped } of this.#keys.all()) {
			this.#keys.replace(
				scope,
				encrypt(next, `key|${scope}`, decrypt(this.#keyEncryptionKey, `key|${scope}`, wrapped))
			);
		}
	}

	/** Whether the key-encryption key opens the keys that are kept. */
	opensItsKeys(): boolean {
		const first = this.#keys.all()[0];
		if (!first) return true;
		try {
			decrypt(this.#keyEncryptionKey, `key|${first.scope}`, first.wrapped);
			return true;
		} catch (error) {
			if (error instanceof SealBroken) return false;
			throw error;
		}
	}

	close(): void {
		this.#opened.clear();
		this.#keys.close();
	}

	#dataKey(scope: Scope): Uint8Array {
		return this.#knownKey(scope) ?? this.#makeKey(scope);
	}

	#knownKey(scope: Scope): Uint8Array | null {
		const opened = this.#opened.get(scope);
		if (opened) return opened;
		const wrapped = this.#keys.find(scope);
		if (!wrapped) return null;
		const key = decrypt(this.#keyEncryptionKey, `key|${scope}`, wrapped);
		this.#opened.set(scope, key);
		return key;
	}

	#makeKey(scope: Scope): Uint8Array {
		const wrapped = encrypt(this.#keyEncryptionKey, `key|${scope}`, randomBytes(KEY_BYTES));
		const kept = this.#keys.add(scope, wrapped);
		const key = decrypt(this.#keyEncryptionKey, `key|${scope}`, kept);
		this.#opened.set(scope, key);
		return key;
	}
}

function encrypt(key: Uint8Array, associated: string, plain: Uint8Array | string): Buffer {
	const nonce = randomBytes(NONCE_BYTES);
	const cipher = createCipheriv('aes-256-gcm', key, nonce);
	cipher.setAAD(Buffer.from(`v${VERSION}|${associated}`));
	const body = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
	const sealed = [cipher.update(body), cipher.final()];
	return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), ...sealed]);
}

function decrypt(key: Uint8Array, associated: string, sealed: Uint8Array): Buffer {
	if (sealed.length < HEADER_BYTES || sealed[0] !== VERSION)
		throw new SealBroken('Not sealed by this version.');
	const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
	const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + NONCE_BYTES));
	decipher.setAAD(Buffer.from(`v${VERSION}|${associated}`));
	decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, HEADER_BYTES));
	try {
		return Buffer.concat([decipher.update(bytes.subarray(HEADER_BYTES)), decipher.final()]);
	} catch (error) {
		throw new SealBroken('The seal is broken.', { cause: error });
	}
}
