import { join } from 'node:path';
import { Kysely } from 'kysely';
import { holdDirectory, readingDialect } from './dialect.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { startWriter, type Writer } from './writer.ts';

export interface Store {
	/** For reading, and for building the statements that `writer` commits. */
	db: Kysely<Schema>;
	writer: Writer;
	close(): Promise<void>;
}

/** Another process has this data directory open. */
export class StoreInUse extends Error {
	override readonly name = 'StoreInUse';
}

export const DATABASE_FILE = 'hearth.sqlite';

/** Opens the database in `directory`, bringing its tables up to date. Throws StoreInUse. */
export async function openStore(directory: string): Promise<Store> {
	const hold = holdDirectory(join(directory, 'in-use'));
	if (!hold) throw new StoreInUse(`Another Hearth is already running on ${directory}. Stop it first.`);
	const file = join(directory, DATABASE_FILE);
	try {
		await migrate(file);
	} catch (error) {
		hold.release();
		throw error;
	}
	const writer = startWriter(file);
	const db = new Kysely<Schema>({ dialect: readingDialect(file) });
	return {
		db,
		writer,
		async close() {
			await writer.close();
			await db.destroy();
			hold.release();
		}
	};
}
