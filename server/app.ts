import { mkdirSync } from 'node:fs';
import { Accounts } from './accounts/accounts.ts';
import { Audit } from './audit/audit.ts';
import type { Config } from './config.ts';
import { Groups } from './groups/groups.ts';
import { Schedule } from './sessions/schedule.ts';
import { openStore, type Store } from './store/store.ts';
import { openVault } from './vault/open-vault.ts';
import type { Vault } from './vault/vault.ts';

/** What every service is built on. */
export interface Ground {
	config: Config;
	store: Store;
	vault: Vault;
	audit: Audit;
	now: () => number;
}

/** The services, built once and handed to the delivery layer as `locals.app`. */
export interface App extends Ground {
	groups: Groups;
	schedule: Schedule;
	accounts: Accounts;
	health(): Promise<Health>;
	close(): Promise<void>;
}

export interface Health {
	ok: boolean;
	version: string;
	checks: Record<string, boolean>;
}

export const VERSION = '0.1.0';

/** Opens everything in order; `close` closes it in reverse. */
export async function openApp(config: Config): Promise<App> {
	mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 });
	const vault = openVault(config.dataDirectory, config.keyEncryptionKey);
	const store = await openStore(config.dataDirectory).catch((error: unknown) => {
		vault.close();
		throw error;
	});
	const audit = new Audit(store, config.dataDirectory);
	const ground: Ground = { config, store, vault, audit, now: Date.now };
	const groups = new Groups(ground);
	const schedule = new Schedule(ground, { groups, stepOnStage: () => Promise.resolve(null) });

	const accounts = new Accounts(ground, groups);

	return {
		...ground,
		groups,
		schedule,
		accounts,
		async health() {
			const checks = { database: store.writer.healthy, keys: vault.opensItsKeys() };
			return { ok: Object.values(checks).every(Boolean), version: VERSION, checks };
		},
		async close() {
			accounts.close();
			await store.close();
			vault.close();
		}
	};
}
