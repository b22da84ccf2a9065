import { GroupCode } from '../../src/lib/call/group-code.ts';
import { parseKeyMessage, type SealedKey } from '../../src/lib/call/key-message.ts';
import { parseLinkNote } from '../../src/lib/call/link-note.ts';
import type { PersonId, SessionId } from '../../src/lib/domain/ids.ts';
import type { PassedOn } from './go-between.ts';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' };
const { subtle } = crypto;

/**
 * What a server would do to hear a call of two through an SFU: gives each of them its own key as the other's, opens
 * the keys of their frames and seals them anew, and answers each in the other's name when the four words are found.
 */
export class KeySwap {
	/** Whether it answers for them, or lets what they say of the words through. */
	answersForThem = true;
	/** How many keys of frames it has opened. */
	framesKeysSeen = 0;
	readonly #people: readonly PersonId[];
	/** What talks to each of them in the other's name. */
	readonly #codes: readonly GroupCode[];
	readonly #pair: CryptoKeyPair;
	readonly #public: string;
	readonly #publics: string[] = [];

	private constructor(
		session: SessionId,
		people: readonly PersonId[],
		pair: CryptoKeyPair,
		raw: ArrayBuffer
	) {
		this.#people = people;
		this.#codes = people.toReversed().map((other) => new GroupCode(other, session));
		this.#pair = pair;
		this.#public = Buffer.from(raw).toString('base64');
	}

	static async of(session: SessionId, people: readonly PersonId[]): Promise<KeySwap> {
		const pair = (await subtle.generateKey(CURVE, false, ['deriveBits'])) as CryptoKeyPair;
		return new KeySwap(session, people, pair, await subtle.exportKey('raw', pair.publicKey));
	}

	/** `to`: the place of whom the message goes to; it comes from the other. */
	async rewrite(message: PassedOn, to: number): Promise<PassedOn> {
		if (message.type === 'KEY') return { ...message, payload: await this.#swap(message.payload, 1 - to, to) };
		if (message.type === 'NOTE' && this.answersForThem) {
			return { ...message, payload: { note: await this.#answer(message.payload?.note, 1 - to, to) } };
		}
		return message;
	}

	async #swap(payload: unknown, from: number, to: number): Promise<Record<string, unknown>> {
		const message = parseKeyMessage(payload);
		if (!message) throw new Error('no key');
		this.#publics[from] = message.public;
		const frames = message.frames && (await this.#sealAnew(message.frames, from, to));
		return { public: this.#public, ...(frames ? { frames } : {}) };
	}

	async #sealAnew({ index, iv, sealed }: SealedKey, from: number, to: number): Promise<SealedKey> {
		const opened = await subtle.decrypt(
			this.#sealing(iv, `${this.#publics[from]} ${index}`),
			await this.#secretWith(from),
			Buffer.from(sealed, 'base64')
		);
		this.framesKeysSeen += 1;
		const again = await subtle.encrypt(
			this.#sealing(iv, `${this.#public} ${index}`),
			await this.#secretWith(to),
			opened
		);
		return { index, iv, sealed: Buffer.from(again).toString('base64') };
	}

	#sealing(iv: string, said: string): AesGcmParams {
		return { name: 'AES-GCM', iv: Buffer.from(iv, 'base64'), additionalData: Buffer.from(said) };
	}

	/** As the browsers derive it, see `frame-keys.ts`. */
	async #secretWith(place: number): Promise<CryptoKey> {
		const theirs = this.#publics[place] ?? '';
		const key = await subtle.importKey('raw', Buffer.from(theirs, 'base64'), CURVE, false, []);
		const shared = await subtle.deriveBits({ name: 'ECDH', public: key }, this.#pair.privateKey, 256);
		const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
		const info = Buffer.from(`hearth frames ${[this.#public, theirs].sort().join(' ')}`);
		return subtle.deriveKey(
			{ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
			secret,
			{ name: 'AES-GCM', length: 128 },
			false,
			['encrypt', 'decrypt']
		);
	}

	async #answer(text: unknown, from: number, to: number): Promise<string> {
		const note = parseLinkNote(text);
		const [heard, facing] = [this.#codes[from], this.#codes[to]];
		const theirs = this.#publics[from];
		if (!note || !heard || !facing || !theirs) return String(text);
		const person = this.#people[from] as PersonId;
		await heard.lookAt(
			{ mine: await printOf(this.#public), theirs: new Map([[person, await printOf(theirs)]]) },
			[[person, note]],
			Date.now()
		);
		return JSON.stringify({ ...note, proof: facing.proof ?? undefined });
	}
}

async function printOf(base64: string): Promise<string> {
	const digest = Buffer.from(await subtle.digest('SHA-256', Buffer.from(base64, 'base64')));
	return [...digest].map((byte) => byte.toString(16).padStart(2, '0').toUpperCase()).join(':');
}
