import { parentPort, workerData } from 'node:worker_threads';
import { AuditChain } from './audit-chain.ts';
import { isConflict, isDiskTrouble, WritingConnection } from './dialect.ts';
import type { WriteReply, WriteRequest } from './writer.ts';

const port = parentPort!;
const { file } = workerData as { file: string };
const connection = new WritingConnection(file);
const chain = new AuditChain(connection, `${file}.audit-head`);

port.on('message', (message: WriteRequest[] | 'truncate' | 'close') => {
	if (message === 'truncate') {
		connection.emptyLog();
		port.postMessage('truncated');
	} else if (message === 'close') {
		connection.emptyLog();
		connection.close();
		port.close();
	} else {
		port.postMessage(commitTogether(message));
	}
});

/** Commits the units with one fsync; a unit that fails is undone alone. */
function commitTogether(units: WriteRequest[]): WriteReply[] {
	try {
		connection.begin();
		const replies = units.map(runUnit);
		connection.commit();
		chain.anchor();
		return replies;
	} catch (error) {
		// The whole commit failed: nothing of it is on the disk, and every unit is told so.
		connection.rollBack();
		chain.reread();
		const failed = { kind: isDiskTrouble(error) ? 'disk' : 'fault', message: String(error) } as const;
		return units.map(({ number }) => ({ number, failed }));
	}
}

function runUnit({ number, statements, events }: WriteRequest): WriteReply {
	connection.mark();
	try {
		for (const { sql, parameters, expect } of statements) {
			const changes = connection.run(sql, parameters);
			if (expect !== undefined && changes !== expect) {
				connection.undo();
				connection.keep();
				return { number, failed: { kind: 'conflict', message: `${changes} rows changed, not ${expect}` } };
			}
		}
		for (const event of events) chain.append(event);
		connection.keep();
		return { number };
	} catch (error) {
		if (isDiskTrouble(error)) throw error;
		connection.undo();
		chain.reread();
		connection.keep();
		return { number, failed: { kind: isConflict(error) ? 'conflict' : 'fault', message: String(error) } };
	}
}
