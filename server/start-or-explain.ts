import { ConfigError } from './config.ts';
import { StoreInUse } from './store/store.ts';
import { KeyMissing } from './vault/open-vault.ts';

/** Runs a start; what the person running the server can mend is told in one clear line. */
export async function startOrExplain(start: () => Promise<void>): Promise<void> {
	try {
		await start();
	} catch (error) {
		const theirs = error instanceof ConfigError || error instanceof StoreInUse || error instanceof KeyMissing;
		console.error(theirs ? `Hearth did not start: ${error.message}` : error);
		process.exit(1);
	}
}
