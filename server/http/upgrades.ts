import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { SignedIn } from '../accounts/sign-ins.ts';
import type { App } from '../app.ts';
import type { Config } from '../config.ts';
import { logFault } from './fault-log.ts';
import { isOurHost, isOurOrigin } from './same-origin.ts';

/** A socket that was let through the gate, and who it belongs to. */
export interface Upgrade {
	request: IncomingMessage;
	socket: Duplex;
	head: Buffer;
	signedIn: SignedIn;
	/** The path after the protocol's name, without the query. */
	rest: string;
}

/** Takes over a socket: it speaks one of our protocols from here on. */
export type SocketAcceptor = (upgrade: Upgrade) => void;

export interface Switchboard {
	config: Pick<Config, 'publicOrigin' | 'port'>;
	authenticate(cookieHeader: string | undefined): Promise<SignedIn | null>;
	/** By the first part of the path: `sync`, `signal`. */
	acceptors: Record<string, SocketAcceptor>;
}

export function switchboardOf({ config, accounts, documents, signal }: App): Switchboard {
	return {
		config,
		authenticate: (cookieHeader) => accounts.signIns.authenticate(cookieHeader),
		acceptors: { sync: documents.accept, signal: signal.accept }
	};
}

const STATUS = { 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found', 500: 'Internal Server Error' };

/**
 * Sends WebSocket upgrades where they belong: 403 for a foreign origin, 401 for a browser that is not
 * signed in (R30, R31). What `acceptors` does not name is left to others, such as Vite in development.
 */
export function switchUpgrades(server: Server, switchboard: Switchboard): void {
	server.on('upgrade', (request, socket, head) => {
		const [, protocol = '', rest = ''] = /^\/([a-z]+)\/([^?]*)/.exec(request.url ?? '') ?? [];
		const accept = switchboard.acceptors[protocol];
		if (!accept) {
			if (server.listenerCount('upgrade') === 1) end(socket, 404);
			return;
		}
		// A socket without a listener for its errors would take the process with it (R35).
		socket.on('error', () => socket.destroy());
		void letThrough(switchboard, request).then(
			(who) =>
				typeof who === 'number' ? end(socket, who) : accept({ request, socket, head, signedIn: who, rest }),
			(error: unknown) => {
				logFault('upgrade', error);
				end(socket, 500);
			}
		);
	});
}

async function letThrough(
	{ config, authenticate }: Switchboard,
	request: IncomingMessage
): Promise<SignedIn | 401 | 403> {
	if (!isOurHost(request, config) || !isOurOrigin(request, config)) return 403;
	return (await authenticate(request.headers.cookie)) ?? 401;
}

function end(socket: Duplex, status: keyof typeof STATUS): void {
	socket.end(`HTTP/1.1 ${status} ${STATUS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
