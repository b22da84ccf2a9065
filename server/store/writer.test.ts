import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { openStore, StoreInUse } from './store.ts';
import { type Statement, WriteConflict } from './writer.ts';

function setting(name: string, value = 'x'): Statement {
	return {
		sql: 'INSERT INTO setting (name, value_sealed) VALUES (?, ?)',
		parameters: [name, Buffer.from(value)]
	};
}

test('a unit is stored whole or not at all', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	await store.writer.commit([setting('kept')]);
	const failing = store.writer.commit([setting('undone'), setting('kept')]);
	const beside = store.writer.commit([setting('beside')]);
	await expect(failing).rejects.toThrow(WriteConflict);
	await beside;
	const rows = await store.db.selectFrom('setting').select('name').orderBy('name').execute();
	expect(rows.map((row) => row.name)).toEqual(['beside', 'kept']);
	await store.close();
});

test('R24 a unit whose condition no longer holds is undone', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	const absent = { sql: "UPDATE setting SET name = 'b' WHERE name = 'a'", parameters: [], expect: 1 };
	await expect(store.writer.commit([setting('undone'), absent])).rejects.toThrow(WriteConflict);
	expect(await store.db.selectFrom('setting').selectAll().execute()).toEqual([]);
	await store.close();
});

test('units are stored in the order they were asked for', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	await Promise.all(Array.from({ length: 200 }, (_, index) => store.writer.commit([setting(String(index))])));
	const rows = await store.db
		.selectFrom('setting')
		.select('name')
		.orderBy(sql`rowid`)
		.execute();
	expect(rows.map((row) => Number(row.name))).toEqual(Array.from({ length: 200 }, (_, index) => index));
	await store.close();
});

test('R61 a second process on one data directory refuses to start', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	await expect(openStore(directory.path)).rejects.toThrow(StoreInUse);
	await store.close();
	await (await openStore(directory.path)).close();
});

test('reading connections cannot write', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	const write = store.db
		.insertInto('setting')
		.values({ name: 'a', value_sealed: Buffer.from('x') })
		.execute();
	await expect(write).rejects.toThrow(/readonly/);
	await store.close();
});

test('closing waits for what is asked for meanwhile, and refuses what comes later', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	const first = store.writer.commit([setting('first')]);
	const meanwhile = first.then(() => store.writer.commit([setting('meanwhile')]));
	const closing = store.writer.close();
	await meanwhile;
	await closing;
	await expect(store.writer.commit([setting('late')])).rejects.toThrow('The store has closed.');
	await store.writer.close();
	const rows = await store.db.selectFrom('setting').select('name').orderBy('name').execute();
	expect(rows.map((row) => row.name)).toEqual(['first', 'meanwhile']);
	await store.close();
});
