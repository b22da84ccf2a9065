import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type Database from 'better-sqlite3';
import type { AuditTable } from './schema.ts';
import type { AuditEvent } from './writer.ts';

interface Head {
	seq: number;
	hash: string;
}

export const CHAIN_BEGINNING: Head = { seq: 0, hash: 'hearth' };

/**
 * The audit log's chain (R53). It lives with the only writing connection, since a row's hash covers the
 * row before it and units may be undone: the order is known here and nowhere else.
 */
export class AuditChain {
	readonly #last: Database.Statement<[], Head>;
	readonly #insert: Database.Statement;
	readonly #anchorFile: string;
	#head: Head;
	#anchored: number;

	constructor(database: Database.Database, anchorFile: string) {
		this.#last = database.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
		this.#insert = database.prepare(
			`INSERT INTO audit (seq, at, person, action, object, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
		);
		this.#anchorFile = anchorFile;
		this.#head = this.#last.get() ?? CHAIN_BEGINNING;
		this.#anchored = this.#head.seq;
	}

	append({ person, action, object, detail = '' }: AuditEvent): void {
		const row = {
			seq: this.#head.seq + 1,
			at: Date.now(),
			person,
			action,
			object,
			detail,
			previous: this.#head.hash
		};
		const hash = hashOfAuditRow(row);
		this.#insert.run(row.seq, row.at, person, action, object, detail, row.previous, hash);
		this.#head = { seq: row.seq, hash };
	}

	/** After an undone unit: the head is what the table says. */
	reread(): void {
		this.#head = this.#last.get() ?? CHAIN_BEGINNING;
	}

	/** Writes the head outside the database, so that cutting off the log's end is found. */
	anchor(): void {
		if (this.#head.seq === this.#anchored) return;
		writeFileSync(this.#anchorFile, `${this.#head.seq} ${this.#head.hash}\n`, { mode: 0o600 });
		this.#anchored = this.#head.seq;
	}
}

export function hashOfAuditRow(row: Omit<AuditTable, 'hash'>): string {
	const { seq, at, person, action, object, detail, previous } = row;
	return createHash('sha256')
		.update(JSON.stringify([seq, at, person, action, object, detail, previous]))
		.digest('base64url');
}
