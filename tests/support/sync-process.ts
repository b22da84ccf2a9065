import { Audit } from '../../server/audit/audit.ts';
import { readConfig } from '../../server/config.ts';
import { openStore } from '../../server/store/store.ts';
import { openVault } from '../../server/vault/open-vault.ts';
import type { GroupId, SessionId } from '../../src/lib/domain/ids.ts';
import { startSyncServer } from './sync-server.ts';

/*
 * A process of its own with the real store, vault and documents, for tests that kill it:
 * node tests/support/sync-process.ts <directory> [<port>]. Says where it is and which documents it has, as JSON.
 */
const [directory = '', port = '0'] = process.argv.slice(2);
const session = 'a'.repeat(22) as SessionId;
const group = 'b'.repeat(22) as GroupId;

const config = readConfig({ HEARTH_DATA_DIR: directory });
const vault = openVault(directory, null);
const store = await openStore(directory);
const ground = { config, vault, store, audit: new Audit(store, directory), now: Date.now };
const server = await startSyncServer(ground, Number(port));

if ((await server.documents.ofSession(session)).length === 0) {
	for (const kind of ['board', 'table'] as const) {
		const head = { kind, group, session, owner: null, step: null, readers: [] };
		await server.documents.create({ ...head, readsWhen: 'as-you-type' });
	}
}
const documents = (await server.documents.ofSession(session)).map(({ id }) => id);
console.log(JSON.stringify({ port: server.port, documents }));

// Whoever started us is gone: nobody will end us.
process.stdin.on('end', () => process.exit(1)).resume();
process.on('SIGTERM', () => {
	void server
		.close()
		.then(() => store.close())
		.then(() => process.exit(0));
});
