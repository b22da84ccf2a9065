import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Ground } from '../../server/app.ts';
import { switchUpgrades } from '../../server/http/upgrades.ts';
import { Documents } from '../../server/sync/documents.ts';
import { openAccess, type OpenAccess } from './open-access.ts';
import { signedInBy, testSignIns, type TestSignIns } from './test-sign-ins.ts';

export interface SyncServer {
	documents: Documents;
	access: OpenAccess;
	signIns: TestSignIns;
	port: number;
	/** Where browsers of the test come from. */
	origin: string;
	close(): Promise<void>;
}

/** The real documents and sockets behind an HTTP server, with sign-ins and rights that a test sets by hand. */
export async function startSyncServer(ground: Ground, port = 0): Promise<SyncServer> {
	const access = openAccess();
	const signIns = testSignIns();
	const documents = new Documents(ground, access, signIns);
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	const address = server.address() as AddressInfo;
	switchUpgrades(server, {
		config: { publicOrigin: null, port: address.port },
		authenticate: (cookies) => Promise.resolve(signedInBy(cookies)),
		acceptors: { sync: documents.accept }
	});
	return {
		...{ documents, access, signIns, port: address.port },
		origin: `http://127.0.0.1:${address.port}`,
		async close() {
			await documents.close();
			await stop(server);
		}
	};
}

function stop(server: Server): Promise<void> {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()));
	server.closeAllConnections();
	return closed;
}
