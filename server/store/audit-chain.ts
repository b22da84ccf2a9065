import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import type { WritingConnection } from './dialect.ts';
import type { AuditTable } from './schema.ts';
import type { AuditEvent } from './writer.ts';

interface Head {
	seq: number;
	hash: string;
}

const LAST = 'SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1';
const INSERT = `INSERT INTO audit (seq, at, person, action, object, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

export const CHAIN_BEGINNING: Head = { seq: 0, hash: 'hearth' };

/**
 * The audit log's chain (R53). It lives with the only writing connection, since a row's hash covers the
 * row before it and units may be undone: the order is known here and nowhere else.
 */
export class AuditChain {
	readonly #connection: WritingConnection;
	readonly #anchorFile: string;
	#head: Head;
	#anchored: number;

	constructor(connection: WritingConnection, anchorFile: string) {
		this.#connection = connection;
		this.#anchorFile = anchorFile;
		this.#head = this.#last();
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
		const values = [row.seq, row.at, person, action, object, detail, row.previous, hash];
		this.#connection.run(INSERT, values);
		this.#head = { seq: row.seq, hash };
	}

	/** After an undone unit: the head is what the table says. */
	reread(): void {
		this.#head = this.#last();
	}

	#last(): Head {
		return this.#connection.first<Head>(LAST) ?? CHAIN_BEGINNING;
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
