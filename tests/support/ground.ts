import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ground } from '../../server/app.ts';
import { Audit } from '../../server/audit/audit.ts';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/store.ts';
import { openVault } from '../../server/vault/open-vault.ts';

export interface TestGround extends Ground {
	/** The clock of the services; a test may turn it. */
	clock: { now: number };
	close(): Promise<void>;
}

/** What every service is built on, in a directory that `close` throws away. */
export async function openGround(now = Date.parse('2026-11-01T12:00:00Z')): Promise<TestGround> {
	const directory = await mkdtemp(join(tmpdir(), 'hearth-ground-'));
	const config = readConfig({ HEARTH_DATA_DIR: directory });
	const vault = openVault(directory, null);
	const store = await openStore(directory);
	const clock = { now };
	return {
		...{ config, vault, store, clock, audit: new Audit(store, directory), now: () => clock.now },
		async close() {
			await store.close();
			vault.close();
			await rm(directory, { recursive: true });
		}
	};
}
