import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openWriting } from '../store/dialect.ts';
import { DATABASE_FILE, openStore } from '../store/store.ts';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { Audit } from './audit.ts';

async function firstBrokenRowAfter(tampering: string): Promise<number | null> {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	const audit = new Audit(store, directory.path);
	for (const action of ['sign-in', 'session.opened', 'denied', 'sign-out']) {
		await audit.record({ person: null, action, object: 'thing' });
	}
	expect(await audit.firstBrokenRow()).toBe(null);
	await store.close();

	const database = openWriting(join(directory.path, DATABASE_FILE));
	database.exec(tampering);
	database.close();
	const reopened = await openStore(directory.path);
	const broken = await new Audit(reopened, directory.path).firstBrokenRow();
	await reopened.close();
	return broken;
}

test.each([
	['an edited row', "UPDATE audit SET action = 'nothing' WHERE seq = 2", 2],
	['a deleted row', 'DELETE FROM audit WHERE seq = 2', 2],
	[
		'two rows that changed places',
		'UPDATE audit SET seq = CASE seq WHEN 2 THEN 30 ELSE 2 END WHERE seq IN (2, 3)',
		2
	],
	['a log whose end was cut off', 'DELETE FROM audit WHERE seq = 4', 4],
	['an emptied log', 'DELETE FROM audit', 1]
])('R53 %s is found', async (_what, tampering, row) => {
	expect(await firstBrokenRowAfter(tampering)).toBe(row);
});

test('R53 events of an undone unit leave no gap', async () => {
	using directory = temporaryDirectory();
	const store = await openStore(directory.path);
	const audit = new Audit(store, directory.path);
	const event = { person: null, action: 'a', object: 'b' };
	const never = { sql: "UPDATE setting SET name = 'b' WHERE name = 'a'", parameters: [], expect: 1 };
	const results = await Promise.allSettled([
		audit.record(event),
		store.writer.commit([never], [event]),
		audit.record(event)
	]);
	expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
	expect(await audit.firstBrokenRow()).toBe(null);
	await store.close();
});
