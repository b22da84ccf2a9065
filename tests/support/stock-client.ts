import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { DocumentId, PersonId } from '../../src/lib/domain/ids.ts';
import { cookieOf } from './test-sign-ins.ts';

/** y-websocket's own provider, as a stranger would use it: with a member's cookie and our origin, and nothing else. */
export function stockClient({
	port,
	document,
	person,
	doc = new Y.Doc()
}: {
	port: number;
	document: DocumentId;
	person: PersonId;
	doc?: Y.Doc;
}): WebsocketProvider {
	return new WebsocketProvider(`ws://127.0.0.1:${port}/sync`, document, doc, {
		disableBc: true,
		WebSocketPolyfill: socketOf(person, `http://127.0.0.1:${port}`)
	});
}

/** A WebSocket that sends what a browser of this person would send by itself. */
export function socketOf(person: PersonId, origin: string): typeof globalThis.WebSocket {
	class BrowserSocket extends WebSocket {
		constructor(url: string | URL) {
			super(url, { origin, headers: { cookie: cookieOf(person) } });
		}
	}
	return BrowserSocket as unknown as typeof globalThis.WebSocket;
}

export function synced(provider: WebsocketProvider): Promise<void> {
	if (provider.synced) return Promise.resolve();
	return new Promise((resolve) => {
		provider.on('sync', (isSynced) => isSynced && resolve());
	});
}
