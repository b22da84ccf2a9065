import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	DummyDriver,
	Kysely,
	PostgresAdapter,
	PostgresIntrospector,
	PostgresQueryCompiler,
	type CompiledQuery
} from 'kysely';
import { expect, test } from 'vitest';

const SERVER = join(import.meta.dirname, '..');
/** The keys lie in a file of their own on whatever machine Hearth runs, wherever its database is (R46). */
const MAY_NAME_SQLITE = ['store/dialect.ts', 'store/key-store.ts'];
const OF_SQLITE = [
	...[/better-sqlite3/, /\bpragma\b/i, /BEGIN (IMMEDIATE|EXCLUSIVE)/, /AUTOINCREMENT/i, /INSERT OR /i],
	...[/\bstrftime\(/, /\bjson_(extract|each)\(/, /\browid\b/i, /\bGLOB\b/, /sqlite_/i]
];

test('nothing but the dialect’s own file is written for SQLite alone', () => {
	const files = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter(
		(file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !MAY_NAME_SQLITE.includes(file)
	);
	expect(files.length).toBeGreaterThan(100);
	const found = files.flatMap((file) => {
		const text = readFileSync(join(SERVER, file), 'utf8');
		return OF_SQLITE.filter((pattern) => pattern.test(text)).map((pattern) => `${file}: ${pattern}`);
	});
	expect(found).toEqual([]);
});

test('every table of the migrations can be written for PostgreSQL', async () => {
	const said: CompiledQuery[] = [];
	const db = new Kysely<unknown>({
		dialect: {
			createAdapter: () => new PostgresAdapter(),
			createDriver: () => new DummyDriver(),
			createIntrospector: (one) => new PostgresIntrospector(one),
			createQueryCompiler: () => new PostgresQueryCompiler()
		},
		log: ({ query }) => void said.push(query)
	});
	for (const file of readdirSync(join(SERVER, 'store/migrations')).sort()) {
		const { up } = (await import(join(SERVER, 'store/migrations', file))) as {
			up(db: Kysely<unknown>): Promise<void>;
		};
		await up(db);
	}
	const tables = said.flatMap(({ sql }) => /create table "(\w+)"/.exec(sql)?.[1] ?? []);
	expect(tables).toContain('document_update');
	expect(tables).toContain('audit');
});
