import type { Server } from 'node:http';
import type { ViteDevServer } from 'vite';
import { openApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { gate } from './gate.ts';
import { handOver } from './hand-over.ts';
import { switchboardOf, switchUpgrades } from './upgrades.ts';

/** Puts the services beside Vite's own server, for `npm run dev`. */
export async function attach(vite: ViteDevServer): Promise<void> {
	const port = vite.config.server.port ?? 5173;
	const app = await openApp({ ...readConfig(process.env), port });
	handOver(app);
	const setUpLink = await app.accounts.setUpLink();
	if (setUpLink) console.log(`To set it up, open this link, which works once: ${setUpLink}`);
	vite.middlewares.use((request, response, next) => gate(app, () => next())(request, response));
	if (vite.httpServer) switchUpgrades(vite.httpServer as Server, switchboardOf(app));
	vite.httpServer?.once('close', () => void app.close());
}
