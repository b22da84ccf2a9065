import type { SealedKey } from './key-message.ts';
import { parseKeyMessage } from './key-message.ts';
import type { ToFrameWorker } from './frame-messages.ts';

const CURVE: EcKeyImportParams = { name: 'ECDH', namedCurve: 'P-256' };
const KEY_BYTES = 16;
const IV_BYTES = 12;
const INDEXES = 256;
/** After somebody left, the others have the new key before it is used. */
const CHANGE_AFTER_MS = 400;

interface Partner {
	public: string;
	/** Seals keys for them, and opens theirs. */
	pair: CryptoKey;
	fingerprint: string;
	/** The number of my key that they were sent last. */
	sent: number | null;
}

interface KeyOptions {
	tell(id: string, payload: { public: string; frames?: SealedKey }): void;
	worker(message: ToFrameWorker): void;
}

/**
 * The keys of a call's frames, which the SFU and the server never get. Each browser makes a pair of keys for this call
 * (ECDH, P-256), and gives each other one the key of its own frames, sealed with what the two pairs have in common. Whether
 * the server handed on the true public keys, the group's four words show: they are made of these keys' fingerprints.
 */
export class FrameKeys {
	readonly #options: KeyOptions;
	readonly #partners = new Map<string, Partner>();
	readonly #ready: Promise<CryptoKeyPair>;
	#public = '';
	#fingerprint = '';
	#index = 0;
	#key: Uint8Array<ArrayBuffer> = new Uint8Array(KEY_BYTES);
	/** One message after another: each rests on what the last one changed. */
	#last: Promise<void>;
	#change: ReturnType<typeof setTimeout> | undefined;
	#reachable: readonly string[] = [];

	constructor(options: KeyOptions) {
		this.#options = options;
		this.#ready = crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
		this.#last = this.#begin();
	}

	/** Meets whoever can be reached now, and was not before. */
	reach(ids: readonly string[]): void {
		this.#then(async () => {
			const come = ids.filter((id) => !this.#reachable.includes(id));
			this.#reachable = ids;
			for (const id of come) this.#options.tell(id, { public: this.#public });
		});
	}

	/** Somebody left for good: what is sealed from now on, they cannot open. */
	leave(id: string): void {
		this.#then(async () => {
			if (!this.#partners.delete(id)) return;
			this.#options.worker({ is: 'forget', id });
			await this.#changeKey();
		});
	}

	/** Takes a KEY from the person of this id. What is none changes nothing. */
	hear(id: string, payload: unknown): void {
		this.#then(async () => {
			const message = parseKeyMessage(payload);
			if (!message) return;
			const partner = await this.#meet(id, message.public);
			if (message.frames) await this.#takeKey(id, partner, message.frames);
			if (!message.frames || partner.sent !== this.#index) await this.#giveKey(id, partner);
		});
	}

	/** The fingerprints (SHA-256) of my public key and of theirs, by their ids. */
	get fingerprints(): { mine: string; theirs: ReadonlyMap<string, string> } {
		const theirs = new Map([...this.#partners].map(([id, { fingerprint }]) => [id, fingerprint]));
		return { mine: this.#fingerprint, theirs };
	}

	end(): void {
		clearTimeout(this.#change);
	}

	async #begin(): Promise<void> {
		const { publicKey } = await this.#ready;
		const raw = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
		this.#public = toBase64(raw);
		this.#fingerprint = await fingerprintOf(raw);
		crypto.getRandomValues(this.#key);
		await this.#use();
	}

	/** A public key that is not a point on the curve ends here, by an exception. */
	async #meet(id: string, publicKey: string): Promise<Partner> {
		const known = this.#partners.get(id);
		if (known?.public === publicKey) return known;
		const { privateKey } = await this.#ready;
		const raw = fromBase64(publicKey);
		const theirs = await crypto.subtle.importKey('raw', raw, CURVE, false, []);
		const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, privateKey, 256);
		const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
		const both = [this.#public, publicKey].sort().join(' ');
		const pair = await crypto.subtle.deriveKey(
			{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(`hearth frames ${both}`) },
			secret,
			{ name: 'AES-GCM', length: 128 },
			false,
			['encrypt', 'decrypt']
		);
		const partner: Partner = { public: publicKey, pair, fingerprint: await fingerprintOf(raw), sent: null };
		this.#partners.set(id, partner);
		return partner;
	}

	async #giveKey(id: string, partner: Partner): Promise<void> {
		const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
		const index = this.#index;
		const additionalData = utf8(`${this.#public} ${index}`);
		const sealed = await crypto.subtle.encrypt(
			{ name: 'AES-GCM', iv, additionalData },
			partner.pair,
			this.#key
		);
		partner.sent = index;
		const frames = { index, iv: toBase64(iv), sealed: toBase64(new Uint8Array(sealed)) };
		this.#options.tell(id, { public: this.#public, frames });
	}

	async #takeKey(id: string, partner: Partner, { index, iv, sealed }: SealedKey): Promise<void> {
		const additionalData = utf8(`${partner.public} ${index}`);
		const raw = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv: fromBase64(iv), additionalData },
			partner.pair,
			fromBase64(sealed)
		);
		const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
		this.#options.worker({ is: 'theirs', id, index, key });
	}

	async #changeKey(): Promise<void> {
		this.#index = (this.#index + 1) % INDEXES;
		this.#key = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
		for (const [id, partner] of this.#partners) await this.#giveKey(id, partner);
		clearTimeout(this.#change);
		this.#change = setTimeout(() => this.#then(() => this.#use()), CHANGE_AFTER_MS);
	}

	async #use(): Promise<void> {
		const index = this.#index;
		const key = await crypto.subtle.importKey('raw', this.#key, 'AES-GCM', false, ['encrypt']);
		this.#options.worker({ is: 'own', index, key });
	}

	#then(act: () => Promise<void>): void {
		// What another browser sent and cannot be used leaves things as they are: their frames stay closed to us.
		this.#last = this.#last.then(act).catch(() => undefined);
	}
}

async function fingerprintOf(raw: Uint8Array<ArrayBuffer>): Promise<string> {
	const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', raw));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(text);
}

function toBase64(bytes: Uint8Array): string {
	return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
	return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
