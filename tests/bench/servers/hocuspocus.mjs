import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { ready } from './serve.ts';

/* Hocuspocus as its documentation sets it up, with its SQLite extension. */
const documents = Array.from({ length: Number(process.argv[2]) }, (_, room) => `room-${room}`);
const database = join(mkdtempSync(join(tmpdir(), 'hocuspocus-bench-')), 'documents.sqlite');
const server = new Server({
	port: 0,
	address: '127.0.0.1',
	quiet: true,
	extensions: [new SQLite({ database })]
});
await server.listen();
ready(server.address.port, documents);
