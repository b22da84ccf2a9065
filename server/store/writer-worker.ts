import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { AuditChain } from './audit-chain.ts';
import { isDiskTrouble, openWriting } from './dialect.ts';
import type { WriteReply, WriteRequest } from './writer.ts';

/** Prepared statements kept; the product uses a few hundred shapes. */
const STATEMENTS_KEPT = 500;

const port = parentPort!;
const { file } = workerData as { file: string };
const database = openWriting(file);
const prepared = new Map<string, Database.Statement>();
const begin = database.prepare('BEGIN IMMEDIATE');
const commit = database.prepare('COMMIT');
const mark = database.prepare('SAVEPOINT unit');
const keep = database.prepare('RELEASE unit');
const undo = database.prepare('ROLLBACK TO unit');
const chain = new AuditChain(database, `${file}.audit-head`);

port.on('message', (message: WriteRequest[] | 'truncate' | 'close') => {
	if (message === 'truncate') {
		database.pragma('wal_checkpoint(TRUNCATE)');
		port.postMessage('truncated');
	} else if (message === 'close') {
		database.pragma('wal_checkpoint(TRUNCATE)');
		database.close();
		port.close();
	} else {
		port.postMessage(commitTogether(message));
	}
});

/** Commits the units with one fsync; a unit that fails is undone alone. */
function commitTogether(units: WriteRequest[]): WriteReply[] {
	try {
		begin.run();
		const replies = units.map(runUnit);
		commit.run();
		chain.anchor();
		return replies;
	} catch (error) {
		// The whole commit failed: nothing of it is on the disk, and every unit is told so.
		if (database.inTransaction) database.exec('ROLLBACK');
		chain.reread();
		const failed = { kind: isDiskTrouble(error) ? 'disk' : 'fault', message: String(error) } as const;
		return units.map(({ number }) => ({ number, failed }));
	}
}

function runUnit({ number, statements, events }: WriteRequest): WriteReply {
	mark.run();
	try {
		for (const { sql, parameters, expect } of statements) {
			const { changes } = prepare(sql).run(...parameters);
			if (expect !== undefined && changes !== expect) {
				undo.run();
				keep.run();
				return { number, failed: { kind: 'conflict', message: `${changes} rows changed, not ${expect}` } };
			}
		}
		for (const event of events) chain.append(event);
		keep.run();
		return { number };
	} catch (error) {
		if (isDiskTrouble(error)) throw error;
		undo.run();
		chain.reread();
		keep.run();
		return { number, failed: { kind: isConflict(error) ? 'conflict' : 'fault', message: String(error) } };
	}
}

function isConflict(error: unknown): boolean {
	return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}

function prepare(sql: string): Database.Statement {
	const known = prepared.get(sql);
	if (known) return known;
	if (prepared.size >= STATEMENTS_KEPT) prepared.clear();
	const made = database.prepare(sql);
	prepared.set(sql, made);
	return made;
}
