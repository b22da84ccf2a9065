import * as Y from 'yjs';
import { parseId, type DocumentId, type PersonId } from '#lib/domain/ids.ts';

/** Changes that did not reach the server, kept over a reload on the person's own device (R43). */
export interface UnsentStore {
	/** Keeps these changes in place of what was kept before; none means there is nothing left to keep. */
	keep(document: DocumentId, updates: readonly Uint8Array[]): void;
	take(document: DocumentId): Promise<Uint8Array | null>;
	/** The documents of which something is kept. */
	documents(): Promise<DocumentId[]>;
	/** Whether all that was given to keep is on the disk by now; until then the page must not go without asking. */
	readonly isSettled: boolean;
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
 * what is on the disk opens in this browser alone; and it stands under the person, so that another who makes
 * the device theirs finds nothing.
 */
export async function openUnsentStore(person: PersonId): Promise<UnsentStore> {
	const database = await openDatabase();
	const key = await ownKey(database);
	/** What is not on the disk yet, by document: what is given later takes its place. */
	const waiting = new Map<DocumentId, { updates: Uint8Array[]; timer: ReturnType<typeof setTimeout> }>();
	const place = (document: DocumentId) => `${person} ${document}`;

	async function write(document: DocumentId, updates: readonly Uint8Array[]): Promise<void> {
		const name = place(document);
		const sealed = updates.length === 0 ? null : await seal(key, name, Y.mergeUpdates([...updates]));
		const store = database.transaction(UPDATES, 'readwrite').objectStore(UPDATES);
		if (sealed) await done(store.put(sealed, name));
		else await done(store.delete(name));
		if (waiting.get(document)?.updates === updates) waiting.delete(document);
	}

	return {
		keep(document, given) {
			clearTimeout(waiting.get(document)?.timer);
			const updates = [...given];
			const timer = setTimeout(() => void write(document, updates).catch(giveUp), SETTLE_MS);
			waiting.set(document, { updates, timer });
		},
		async take(document) {
			const store = database.transaction(UPDATES).objectStore(UPDATES);
			const sealed = await done<Sealed | undefined>(store.get(place(document))).catch(giveUp);
			return sealed ? unseal(key, place(document), sealed) : null;
		},
		async documents() {
			const store = database.transaction(UPDATES).objectStore(UPDATES);
			const names = (await done(store.getAllKeys()).catch(giveUp)) ?? [];
			const mine = names.map((name) => String(name).split(' ')).filter(([owner]) => owner === person);
			return mine.map(([, id]) => parseId<'document'>(id)).filter((id) => id !== null);
		},
		get isSettled() {
			return waiting.size === 0;
		}
	};
}

/** Wipes it, at sign-out (R43). The server's answer asks the browser for the same, which not all browsers heed. */
export function forgetUnsent(): void {
	indexedDB.deleteDatabase(DATABASE);
}

/** A browser that keeps nothing, such as a full disk or a private window: what waits is said to wait still. */
function giveUp(): undefined {
	return undefined;
}

async function seal(key: CryptoKey, name: string, update: Uint8Array): Promise<Sealed> {
	const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const plain = Uint8Array.from(update);
	return { nonce, bytes: await crypto.subtle.encrypt(algorithm(nonce, name), key, plain) };
}

/** Null when it does not open, such as after the browser has forgotten the key: nothing can be done with it. */
async function unseal(key: CryptoKey, name: string, { nonce, bytes }: Sealed): Promise<Uint8Array | null> {
	try {
		return new Uint8Array(await crypto.subtle.decrypt(algorithm(nonce, name), key, bytes));
	} catch (error) {
		if (error instanceof DOMException) return null;
		throw error;
	}
}

function algorithm(nonce: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
	return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(name) };
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
