import * as Y from 'yjs';
import type { DocumentId } from '#lib/domain/ids.ts';

/** Changes that did not reach the server, kept over a reload on the person's own device (R43). */
export interface UnsentStore {
	/** Keeps these changes in place of what was kept before; none means there is nothing left to keep. */
	keep(document: DocumentId, updates: readonly Uint8Array[]): void;
	take(document: DocumentId): Promise<Uint8Array | null>;
}

interface Sealed {
	nonce: Uint8Array<ArrayBuffer>;
	bytes: ArrayBuffer;
}

const DATABASE = 'hearth-unsent';
const KEYS = 'keys';
const UPDATES = 'updates';
const THE_KEY = 'key';
const NONCE_BYTES = 12;
/** Writing follows typing at this distance. */
const SETTLE_MS = 150;

/**
 * Opens the store. Only where the person said 'my own device'. The key cannot be read out by any script, so
 * what is on the disk opens in this browser alone.
 */
export async function openUnsentStore(): Promise<UnsentStore> {
	const database = await openDatabase();
	const key = await ownKey(database);
	const timers = new Map<DocumentId, ReturnType<typeof setTimeout>>();

	async function write(document: DocumentId, updates: readonly Uint8Array[]): Promise<void> {
		const sealed = updates.length === 0 ? null : await seal(key, document, Y.mergeUpdates([...updates]));
		const store = database.transaction(UPDATES, 'readwrite').objectStore(UPDATES);
		if (sealed) await done(store.put(sealed, document));
		else await done(store.delete(document));
	}

	return {
		keep(document, updates) {
			clearTimeout(timers.get(document));
			const kept = [...updates];
			timers.set(
				document,
				setTimeout(() => void write(document, kept).catch(giveUp), SETTLE_MS)
			);
		},
		async take(document) {
			const store = database.transaction(UPDATES).objectStore(UPDATES);
			const sealed = await done<Sealed | undefined>(store.get(document)).catch(giveUp);
			return sealed ? unseal(key, document, sealed) : null;
		}
	};
}

/** A browser that keeps nothing, such as a full disk or a private window, only means that nothing is kept. */
function giveUp(): undefined {
	return undefined;
}

async function seal(key: CryptoKey, document: DocumentId, update: Uint8Array): Promise<Sealed> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const plain = Uint8Array.from(update);
	return { nonce, bytes: await crypto.subtle.encrypt(algorithm(nonce, document), key, plain) };
}

/** Null when it does not open, such as after the browser has forgotten the key: nothing can be done with it. */
async function unseal(
	key: CryptoKey,
	document: DocumentId,
	{ nonce, bytes }: Sealed
): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce, document), key, bytes));
	} catch (error) {
		if (error instanceof DOMException) return null;
		throw error;
	}
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, document: DocumentId): AesGcmParams {
	return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(document) };
}

async function ownKey(database: IDBDatabase): Promise<CryptoKey> {
	const known = await done<CryptoKey | undefined>(database.transaction(KEYS).objectStore(KEYS).get(THE_KEY));
	if (known) return known;
	const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
		'encrypt',
		'decrypt'
	]);
	await done(database.transaction(KEYS, 'readwrite').objectStore(KEYS).put(made, THE_KEY));
	return made;
}

function openDatabase(): Promise<IDBDatabase> {
	const request = indexedDB.open(DATABASE, 1);
	request.onupgradeneeded = () => {
		request.result.createObjectStore(KEYS);
		request.result.createObjectStore(UPDATES);
	};
	return done(request).then((database) => {
		// Another page may sign out: its wish to delete must not wait for this one.
		database.onversionchange = () => database.close();
		return database;
	});
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('The browser kept nothing.'));
	});
}
