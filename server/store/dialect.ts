import Database from 'better-sqlite3';
import { type Dialect, sql, SqliteDialect } from 'kysely';

/**
 * Everything that is particular to SQLite. PostgreSQL takes this file's place and no other:
 * the queries are Kysely's, the columns below are named by what they hold.
 */

/** The column type of sealed content. */
export const BYTES = sql`blob`;

export function readingDialect(file: string): Dialect {
	return new SqliteDialect({ database: () => Promise.resolve(openReading(file)) });
}

export function migratingDialect(file: string): Dialect {
	return new SqliteDialect({ database: () => Promise.resolve(openWriting(file)) });
}

function openReading(file: string): Database.Database {
	const database = new Database(file, { readonly: true });
	database.pragma('query_only = 1');
	return database;
}

/**
 * A connection whose commits survive power loss (R55). A new WAL database says FULL and a reopened one
 * NORMAL, so it is set on every open and then asserted.
 */
export function openWriting(file: string): Database.Database {
	const database = new Database(file);
	database.pragma('journal_mode = WAL');
	database.pragma('synchronous = FULL');
	database.pragma('secure_delete = ON');
	database.pragma('foreign_keys = ON');
	// Updates of a busy evening come in small commits: moving them over less often saves a third of the writing.
	database.pragma('wal_autocheckpoint = 4000');
	const FULL = 2;
	if (database.pragma('synchronous', { simple: true }) !== FULL) {
		throw new Error('The database would not promise durable commits (synchronous is not FULL).');
	}
	return database;
}

/**
 * Holds the data directory for this process until it ends, however it ends: the lock is the
 * operating system's. Returns null when another process holds it (R61).
 */
export function holdDirectory(lockFile: string): { release(): void } | null {
	const database = new Database(lockFile, { timeout: 0 });
	try {
		database.exec('BEGIN EXCLUSIVE');
	} catch (error) {
		database.close();
		if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
		throw error;
	}
	return { release: () => database.close() };
}

/** Whether SQLite says that the disk, and not the statement, is at fault: it may heal by itself. */
export function isDiskTrouble(error: unknown): boolean {
	return (
		error instanceof Database.SqliteError && /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(error.code)
	);
}

/** Statements kept prepared; the product uses a few hundred shapes. */
const STATEMENTS_KEPT = 500;

/** The one connection that writes: units one after another, each undone alone, all of them committed together. */
export class WritingConnection {
	readonly #database: Database.Database;
	readonly #prepared = new Map<string, Database.Statement>();

	constructor(file: string) {
		this.#database = openWriting(file);
	}

	begin(): void {
		this.run('BEGIN IMMEDIATE');
	}

	commit(): void {
		this.run('COMMIT');
	}

	rollBack(): void {
		if (this.#database.inTransaction) this.#database.exec('ROLLBACK');
	}

	/** From here on, `undo` takes back what was run; `keep` ends that. */
	mark(): void {
		this.run('SAVEPOINT unit');
	}

	undo(): void {
		this.run('ROLLBACK TO unit');
	}

	keep(): void {
		this.run('RELEASE unit');
	}

	/** Runs a statement; how many rows it changed. */
	run(sql: string, parameters: readonly unknown[] = []): number {
		return this.#prepare(sql).run(...parameters).changes;
	}

	first<Row>(sql: string): Row | undefined {
		return this.#prepare(sql).get() as Row | undefined;
	}

	/** Empties the write-ahead log, so that what was deleted is left in no file (R46). */
	emptyLog(): void {
		this.#database.pragma('wal_checkpoint(TRUNCATE)');
	}

	close(): void {
		this.#database.close();
	}

	#prepare(text: string): Database.Statement {
		const known = this.#prepared.get(text);
		if (known) return known;
		if (this.#prepared.size >= STATEMENTS_KEPT) this.#prepared.clear();
		const made = this.#database.prepare(text);
		this.#prepared.set(text, made);
		return made;
	}
}

/** Whether a row could not be there beside those that are. */
export function isConflict(error: unknown): boolean {
	return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT');
}
