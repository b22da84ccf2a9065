import Database from 'better-sqlite3';

/**
 * Wrapped data keys, in a file of their own: its backups live for a week at most, so that an old backup
 * of the content cannot be read once a key was destroyed (R46).
 */
export interface KeyStore {
	find(scope: string): Uint8Array | null;
	/** Keeps a key for a scope that has none; returns the one that is kept. */
	add(scope: string, wrapped: Uint8Array): Uint8Array;
	replace(scope: string, wrapped: Uint8Array): void;
	remove(scope: string): void;
	all(): { scope: string; wrapped: Uint8Array }[];
	close(): void;
}

export function openKeyStore(file: string): KeyStore {
	const database = new Database(file);
	database.pragma('journal_mode = DELETE');
	database.pragma('synchronous = FULL');
	database.pragma('secure_delete = ON');
	database.exec('CREATE TABLE IF NOT EXISTS data_key (scope TEXT PRIMARY KEY, wrapped BLOB NOT NULL)');
	const find = database.prepare<[string], { wrapped: Uint8Array }>(
		'SELECT wrapped FROM data_key WHERE scope = ?'
	);
	const add = database.prepare('INSERT INTO data_key (scope, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING');
	const replace = database.prepare('UPDATE data_key SET wrapped = ? WHERE scope = ?');
	const remove = database.prepare('DELETE FROM data_key WHERE scope = ?');
	const all = database.prepare<[], { scope: string; wrapped: Uint8Array }>(
		'SELECT scope, wrapped FROM data_key'
	);
	return {
		find: (scope) => find.get(scope)?.wrapped ?? null,
		add(scope, wrapped) {
			add.run(scope, wrapped);
			return find.get(scope)!.wrapped;
		},
		replace: (scope, wrapped) => void replace.run(wrapped, scope),
		remove: (scope) => void remove.run(scope),
		all: () => all.all(),
		close: () => void database.close()
	};
}
