import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHAIN_BEGINNING, hashOfAuditRow } from '../store/audit-chain.ts';
import { auditRows } from '../store/audit-log.ts';
import { DATABASE_FILE, type Store } from '../store/store.ts';
import type { AuditEvent } from '../store/writer.ts';

/** The log of who did what: append-only, hash-chained, its head kept outside the database (R52, R53). */
export class Audit {
	readonly #store: Store;
	readonly #anchorFile: string;

	constructor(store: Store, directory: string) {
		this.#store = store;
		this.#anchorFile = join(directory, `${DATABASE_FILE}.audit-head`);
	}

	/** Records something that changes nothing else; a change carries its events in its own unit. */
	record(event: AuditEvent): Promise<void> {
		return this.#store.writer.commit([], [event]);
	}

	/** Checks the whole chain and its anchor; the number of the first row that is wrong or missing, or null. */
	async firstBrokenRow(): Promise<number | null> {
		let head = CHAIN_BEGINNING;
		const anchor = this.#anchor();
		for (const row of await auditRows(this.#store.db)) {
			const seq = head.seq + 1;
			if (row.seq !== seq || row.previous !== head.hash || row.hash !== hashOfAuditRow(row)) return seq;
			if (anchor?.seq === seq && anchor.hash !== row.hash) return seq;
			head = { seq, hash: row.hash };
		}
		return anchor && anchor.seq > head.seq ? head.seq + 1 : null;
	}

	#anchor(): { seq: number; hash: string } | null {
		if (!existsSync(this.#anchorFile)) return null;
		const [seq, hash] = readFileSync(this.#anchorFile, 'utf8').trim().split(' ');
		return { seq: Number(seq), hash: hash ?? '' };
	}
}
