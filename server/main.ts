import { openApp } from './app.ts';
import { address, limitsOf, readConfig } from './config.ts';
import { serve } from './http/serve.ts';
import { startOrExplain } from './start-or-explain.ts';

await startOrExplain(async () => {
	const config = readConfig(process.env);
	const app = await openApp(config);
	await serve(app);
	console.log(`Hearth is ready at ${address(config)}`);
	const setUpLink = await app.accounts.setUpLink();
	if (setUpLink) console.log(`To set it up, open this link, which works once: ${setUpLink}`);
	for (const limit of limitsOf(config)) console.log(limit);
});
