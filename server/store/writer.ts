import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { CompiledQuery, Kysely } from 'kysely';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import type { Schema } from './schema.ts';

/** One statement of a unit. `expect`, when given, is how many rows it must change, or the unit is undone. */
export interface Statement {
	sql: string;
	parameters: readonly unknown[];
	expect?: number;
}

/** What happened, to what. Never content, a token or a mail address (R52, R62). */
export interface AuditEvent {
	person: PersonId | null;
	action: string;
	object: string;
	detail?: string;
}

export interface WriteRequest {
	number: number;
	statements: Statement[];
	events: AuditEvent[];
}

/** `failed` says why a unit was undone; absent, it is durable. */
export interface WriteReply {
	number: number;
	failed?: { kind: 'conflict' | 'disk' | 'fault'; message: string };
}

/** A unit was undone because a row it counted on had changed: the check and the act are one (R24). */
export class WriteConflict extends Error {
	override readonly name = 'WriteConflict';
}

/** The disk is full, read-only or failing. Nothing of the unit was written; it may be tried again. */
export class DiskTrouble extends Error {
	override readonly name = 'DiskTrouble';
}

export interface Writer {
	/**
	 * Writes the statements as one unit: all or none. Resolves when they are durable; units asked for
	 * together, or while another commit is under way, share one fsync, in the order they were asked for.
	 * `events` join the audit log in the same unit. Rejects with WriteConflict or DiskTrouble.
	 */
	commit(statements: Statement[], events?: AuditEvent[]): Promise<void>;
	/** Empties the write-ahead log, so that what was deleted is left in no file (R46). */
	truncateLog(): Promise<void>;
	/** Whether the last commit reached the disk. */
	readonly healthy: boolean;
	/** Waits for what was asked for, also meanwhile; what is asked for later is refused. */
	close(): Promise<void>;
}

/** A Kysely query as a statement of a unit. */
export function statement(query: { compile(): CompiledQuery }, expect?: number): Statement {
	const { sql, parameters } = query.compile();
	return expect === undefined ? { sql, parameters } : { sql, parameters, expect };
}

/**
 * A statement that is written very often: its SQL is compiled once. `build` must use every value of the row as a
 * parameter, in the row's own order.
 */
export function repeated<Row extends object>(
	build: (db: Kysely<Schema>, row: Row) => { compile(): CompiledQuery }
): (db: Kysely<Schema>, row: Row) => Statement {
	let sql: string | undefined;
	return (db, row) => {
		sql ??= build(db, row).compile().sql;
		return { sql, parameters: Object.values(row), expect: 1 };
	};
}

/** Starts the worker that owns the only writing connection to `file`. */
export function startWriter(file: string): Writer {
	const worker = new Worker(new URL('./writer-worker.ts', import.meta.url), { workerData: { file } });
	const waiting = new Map<number, PromiseWithResolvers<void>>();
	let last = 0;
	let healthy = true;
	let stopped: Error | null = null;

	let gathered: WriteRequest[] = [];
	let isAsked = false;
	let truncated: PromiseWithResolvers<void> | null = null;

	worker.on('message', (replies: WriteReply[] | 'truncated') => {
		if (replies === 'truncated') {
			truncated?.resolve();
			truncated = null;
			return;
		}
		for (const { number, failed } of replies) {
			const answer = waiting.get(number);
			waiting.delete(number);
			healthy = failed?.kind !== 'disk';
			if (!failed) answer?.resolve();
			else if (failed.kind === 'conflict') answer?.reject(new WriteConflict(failed.message));
			else if (failed.kind === 'disk') answer?.reject(new DiskTrouble(failed.message));
			else answer?.reject(new Error(`The store refused a statement: ${failed.message}`));
		}
		isAsked = false;
		if (gathered.length > 0) ask();
	});
	worker.on('error', (error) => stop(error));
	const exited = once(worker, 'exit').catch(() => undefined);
	worker.on('exit', () => stop(closed()));

	/** One commit is under way at a time; what is asked for meanwhile shares the next fsync. */
	function ask(): void {
		if (isAsked || gathered.length === 0) return;
		isAsked = true;
		worker.postMessage(gathered);
		gathered = [];
	}

	function stop(error: Error): void {
		stopped ??= error;
		healthy = false;
		for (const answer of waiting.values()) answer.reject(error);
		waiting.clear();
		truncated?.reject(error);
	}

	return {
		get healthy() {
			return healthy;
		},
		commit(statements, events = []) {
			if (stopped) return Promise.reject(stopped);
			const answer = Promise.withResolvers<void>();
			const request: WriteRequest = { number: ++last, statements, events };
			waiting.set(request.number, answer);
			gathered.push(request);
			// After this turn of the event loop, so that units asked for together go together.
			if (gathered.length === 1) setImmediate(ask);
			return answer.promise;
		},
		truncateLog() {
			if (stopped) return Promise.reject(stopped);
			truncated ??= Promise.withResolvers<void>();
			worker.postMessage('truncate');
			return truncated.promise;
		},
		async close() {
			while (waiting.size > 0) {
				await Promise.allSettled([...waiting.values()].map((answer) => answer.promise));
			}
			// In one turn with the message: no commit may reach a worker that has let its connection go.
			stopped ??= closed();
			worker.postMessage('close');
			await exited;
		}
	};
}

function closed(): Error {
	return new Error('The store has closed.');
}
