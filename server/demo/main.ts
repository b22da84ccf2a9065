import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openApp } from '../app.ts';
import { address, limitsOf, readConfig } from '../config.ts';
import { serve } from '../http/serve.ts';
import { startOrExplain } from '../start-or-explain.ts';
import { DemoClock } from './clock.ts';
import { seed } from './seed.ts';

/** `npm run demo`: the product with an invented group, on a data folder that is gone when it stops. */
await startOrExplain(async () => {
	const dataDirectory = mkdtempSync(join(tmpdir(), 'hearth-demo-'));
	process.on('exit', () => rmSync(dataDirectory, { recursive: true, force: true }));
	const config = { ...readConfig(process.env), dataDirectory, demo: true };
	const clock = new DemoClock();
	const app = await openApp(config, clock.now);
	const { session, people } = await seed(app, clock);
	await serve(app);
	const url = address(config);
	if (process.argv.includes('--json')) {
		console.log(JSON.stringify({ url, session, people }));
		return;
	}
	console.log(`\nHearth’s demonstration is ready at ${url}\n`);
	console.log('Each link signs one invented person in, once. Open each in a browser profile of its own:\n');
	for (const { name, role, link } of people) console.log(`  ${name.padEnd(8)} ${role.padEnd(12)} ${link}`);
	console.log('\nEverything in it is thrown away when you stop it (Ctrl+C).');
	for (const limit of limitsOf(config)) console.log(limit);
});
