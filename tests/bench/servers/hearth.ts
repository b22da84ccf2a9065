import { newId } from '../../../src/lib/domain/ids.ts';
import { openGround } from '../../support/ground.ts';
import { startSyncServer } from '../../support/sync-server.ts';
import { ready } from './serve.ts';

/* Our own: the real store, vault, guard and sockets, a board a room. */
const rooms = Number(process.argv[2]);
const ground = await openGround();
ground.now = Date.now;
const server = await startSyncServer(ground);
const place = { group: newId<'group'>(), session: newId<'session'>(), owner: null, step: null, readers: [] };
const documents: string[] = [];
for (let room = 0; room < rooms; room++) {
	const { id } = await server.documents.create({ kind: 'board', ...place, readsWhen: 'as-you-type' });
	documents.push(id);
}
ready(server.port, documents);
