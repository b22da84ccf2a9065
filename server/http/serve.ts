import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App } from '../app.ts';
import { address, ConfigError } from '../config.ts';
import { gate, type PageHandler } from './gate.ts';
import { handOver } from './hand-over.ts';
import { switchboardOf, switchUpgrades } from './upgrades.ts';

/** How long open sockets get to drain on SIGTERM (R61). */
const DRAIN_MS = 4_000;

/** Serves the built pages and the sockets until the process is asked to stop. Throws ConfigError. */
export async function serve(app: App): Promise<void> {
	handOver(app);
	// The page handler reads the address it is reached at when it is first imported.
	process.env.ORIGIN = address(app.config);
	const built = join(import.meta.dirname, '../../build/handler.js');
	const pages = (await import(pathToFileURL(built).href)) as { handler: PageHandler };
	const server = createServer(gate(app, pages.handler));
	switchUpgrades(server, switchboardOf(app));
	await listen(server, app);
	stopWhenAsked(server, app);
}

function listen(server: Server, { config }: App): Promise<void> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(
				new ConfigError(`HOST ${config.host} and PORT ${config.port} cannot be used here (${error.code}).`)
			);
		});
		server.listen(config.port, config.host, resolve);
	});
}

/** Drains on SIGTERM and SIGINT: no new work, what was begun is stored, sockets are told to come back (R61). */
function stopWhenAsked(server: Server, app: App): void {
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		setTimeout(() => process.exit(1), DRAIN_MS).unref();
		server.close();
		await app.close();
		server.closeAllConnections();
		process.exit(0);
	};
	process.on('SIGTERM', () => void stop());
	process.on('SIGINT', () => void stop());
}
