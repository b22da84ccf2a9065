import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Kysely } from 'kysely';
import { readingDialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import { DATABASE_FILE, type Store } from './store.ts';

/** There is no database in the directory yet. */
export class NoStore extends Error {
	override readonly name = 'NoStore';
}

/** Opens the database for looking only, beside a Hearth that may be running. Throws NoStore. */
export function openReadingStore(directory: string): Store {
	const file = join(directory, DATABASE_FILE);
	if (!existsSync(file)) {
		throw new NoStore(`There is no Hearth in ${directory}. Set HEARTH_DATA_DIR to its data folder.`);
	}
	const db = new Kysely<Schema>({ dialect: readingDialect(file) });
	const refuse = () => Promise.reject(new Error('This store was opened for looking only.'));
	return {
		db,
		writer: { healthy: true, commit: refuse, truncateLog: refuse, close: () => Promise.resolve() },
		close: () => db.destroy()
	};
}
