import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { openApp } from './app.ts';
import { address, ConfigError, readConfig } from './config.ts';
import { gate } from './http/gate.ts';
import { handOver } from './http/hand-over.ts';
import { switchUpgrades } from './http/upgrades.ts';
import { StoreInUse } from './store/store.ts';
import { KeyMissing } from './vault/open-vault.ts';

/** How long open sockets get to drain on SIGTERM (R61). */
const DRAIN_MS = 4_000;

try {
	await main();
} catch (error) {
	// What a person running the server can mend is one clear line; the rest is our fault, with its stack.
	const theirs = error instanceof ConfigError || error instanceof StoreInUse || error instanceof KeyMissing;
	console.error(theirs ? `Hearth did not start: ${error.message}` : error);
	process.exit(1);
}

async function main(): Promise<void> {
	const config = readConfig(process.env);
	const app = await openApp(config);
	handOver(app);
	// The page handler reads the address it is reached at when it is first imported.
	process.env.ORIGIN = address(config);
	const pages = (await import(pathToFileURL(join(import.meta.dirname, '../build/handler.js')).href)) as {
		handler: Parameters<typeof gate>[1];
	};
	const server = createServer(gate(app, pages.handler));
	switchUpgrades(server, app);
	await new Promise<void>((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL';
			reject(
				taken
					? new ConfigError(
							`HOST ${config.host} and PORT ${config.port} cannot be used here (${error.code}).`
						)
					: error
			);
		});
		server.listen(config.port, config.host, resolve);
	});
	console.log(`Hearth is ready at ${address(config)}`);
	const setUpLink = await app.accounts.setUpLink();
	if (setUpLink) console.log(`To set it up, open this link, which works once: ${setUpLink}`);

	const stop = once(async () => {
		const overdue = setTimeout(() => process.exit(1), DRAIN_MS).unref();
		server.close();
		await app.close();
		server.closeAllConnections();
		clearTimeout(overdue);
		process.exit(0);
	});
	process.on('SIGTERM', stop);
	process.on('SIGINT', stop);
}

function once(run: () => Promise<void>): () => void {
	let running = false;
	return () => {
		if (running) return;
		running = true;
		void run();
	};
}
