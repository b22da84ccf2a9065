import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Artifact } from '../../src/lib/domain/artifact.ts';
import type { ArtifactId } from '../../src/lib/domain/ids.ts';
import { auditRows } from '../store/audit-log.ts';
import { versionsOf } from '../store/artifacts.ts';
import { DATABASE_FILE } from '../store/store.ts';
import { TestEvening, type Name } from '../../tests/support/evening.ts';
import { openKept } from './sealed-artifact.ts';

let evening: TestEvening;
beforeEach(async () => {
	evening = await TestEvening.open();
});
afterEach(() => evening.close());

const openTo = async (name: Name) =>
	(await evening.artifacts.ofSession(evening.as(name), evening.session.id)).open;
const kindOf = async (name: Name, kind: Artifact['kind']) =>
	(await openTo(name)).find((one) => one.kind === kind)!;
const withdraw = (name: Name, artifact: ArtifactId, item?: string) =>
	evening.artifacts.withdraw(evening.as(name), item === undefined ? { artifact } : { artifact, item });
/** What stands in every version of an artifact, whoever asks. */
const everyVersion = async (id: ArtifactId) => {
	const rows = await versionsOf(evening.ground.store.db, id);
	return JSON.stringify(rows.map((row) => openKept(evening.ground.vault, row)));
};

test('S12 an answer that its author withdraws leaves the group’s list, in every version, and the others stay', async () => {
	const mine = evening.reveal('Ana', 'Sam walked past me', { keep: true });
	evening.reveal('Ben', 'I lost my keys', { keep: true });
	await evening.keep();
	const { id } = await kindOf('Ana', 'reveals');
	await withdraw('Ana', id, mine.id);
	for (const name of ['Dana', 'Ben', 'Ana'] as const) {
		const { body, version } = await kindOf(name, 'reveals');
		expect(version).toBe(2);
		expect(body).toMatchObject({ withdrawn: 1, items: [{ name: 'Ben', lines: ['I lost my keys'] }] });
	}
	expect(await everyVersion(id)).not.toContain('Sam walked past me');
});

test('S11 S12 the author of an answer shown without a name can withdraw it, and nobody else can', async () => {
	const reveal = evening.reveal('Ana', 'nameless words', { keep: true, anonymous: true });
	await evening.keep();
	const { id } = await kindOf('Dana', 'reveals');
	for (const name of ['Dana', 'Ben', 'Elif'] as const) {
		await expect(withdraw(name, id, reveal.id)).rejects.toMatchObject({ reason: 'not-found' });
	}
	await withdraw('Ana', id, reveal.id);
	expect(await everyVersion(id)).not.toContain('nameless words');
	const events = await auditRows(evening.ground.store.db);
	expect(events.at(-1)).toMatchObject({ action: 'artifact.withdraw', object: `artifact:${id}` });
});

test('S11 the log of an anonymous withdrawal does not say which answer it was', async () => {
	const reveal = evening.reveal('Ana', 'nameless words', { keep: true, anonymous: true });
	await evening.keep();
	await withdraw('Ana', (await kindOf('Ana', 'reveals')).id, reveal.id);
	expect(JSON.stringify(await auditRows(evening.ground.store.db))).not.toContain(reveal.id);
});

test('S12 a sheet that its author withdraws is withdrawn for the facilitator, and the author keeps it alone', async () => {
	evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	await evening.keep();
	const { id } = await kindOf('Ana', 'worksheet');
	await withdraw('Ana', id);
	expect(await evening.artifacts.get(evening.as('Dana'), id)).toMatchObject({
		version: 2,
		title: 'Thought record',
		body: { kind: 'withdrawn', was: 'worksheet' }
	});
	expect(await everyVersion(id)).not.toContain('Sam walked past me');
	const copy = await kindOf('Ana', 'worksheet');
	expect(copy).toMatchObject({ audience: 'owner', readers: [], version: 1 });
	expect(JSON.stringify(copy.body)).toContain('Sam walked past me');
	expect(await evening.artifacts.get(evening.as('Dana'), copy.id)).toBeNull();
});

test('S12 what was the author’s alone is gone when they withdraw it', async () => {
	evening.sheet('Ana', 'Check-out', 'I am not alone');
	await evening.keep();
	const { id } = await kindOf('Ana', 'worksheet');
	await withdraw('Ana', id);
	expect(await everyVersion(id)).not.toContain('I am not alone');
	expect(JSON.stringify(await openTo('Ana'))).not.toContain('I am not alone');
});

test('S12 what is withdrawn leaves the papers of the room too, before they are cleared away', async () => {
	const sheet = evening.sheet('Ana', 'Thought record', 'Sam walked past me', { named: true, done: true });
	const reveal = evening.reveal('Ana', 'Sam walked past me', { keep: true });
	evening.checkIn('Ana', 2.5, 'facilitators', 'raw');
	await evening.keep();
	await withdraw('Ana', (await kindOf('Ana', 'reveals')).id, reveal.id);
	await withdraw('Ana', (await kindOf('Ana', 'worksheet')).id);
	await withdraw('Ana', (await kindOf('Ana', 'check-in')).id);
	expect(JSON.stringify(evening.papers.doc(sheet.id).toJSON())).not.toContain('Sam walked past me');
	evening.room(({ reveals }) => expect(reveals.toArray()).toEqual([]));
	evening.desk(({ checkIns }) => expect(checkIns.size).toBe(0));
	const heads = await evening.papers.ofSession(evening.session.id);
	const scrubbed = heads.filter(({ id }) => evening.papers.scrubbed.includes(id)).map(({ kind }) => kind);
	expect(scrubbed.toSorted()).toEqual(['desk', 'folder', 'room']);
});

test('S12 a line of the chat is withdrawn by who wrote it, and by no one else', async () => {
	const line = evening.chat('Chris', 'I said too much');
	evening.chat('Ana', 'thank you all');
	await evening.keep();
	const { id } = await kindOf('Chris', 'chat');
	await expect(withdraw('Ana', id, line)).rejects.toMatchObject({ reason: 'not-found' });
	await withdraw('Chris', id, line);
	expect(await kindOf('Dana', 'chat')).toMatchObject({
		body: { withdrawn: 1, lines: [{ name: 'Ana', text: 'thank you all' }] }
	});
	expect(await everyVersion(id)).not.toContain('I said too much');
});

test('nothing is withdrawn twice, and nobody withdraws the group’s work as a whole', async () => {
	evening.checkIn('Ana', 5);
	evening.chat('Ana', 'hello');
	await evening.keep();
	const { id } = await kindOf('Ana', 'check-in');
	await withdraw('Ana', id);
	await expect(withdraw('Ana', id)).rejects.toMatchObject({ reason: 'not-found' });
	const chat = await kindOf('Dana', 'chat');
	await expect(withdraw('Dana', chat.id)).rejects.toMatchObject({ reason: 'not-found' });
});

test('two withdrawals at the same moment both hold, or the second says to try again', async () => {
	const [one, two] = [evening.chat('Ana', 'first words'), evening.chat('Ana', 'second words')];
	await evening.keep();
	const { id } = await kindOf('Ana', 'chat');
	const results = await Promise.allSettled([withdraw('Ana', id, one), withdraw('Ana', id, two)]);
	const refused = results.flatMap((result, index) => (result.status === 'rejected' ? [index] : []));
	for (const index of refused) await withdraw('Ana', id, [one, two][index]);
	expect(await kindOf('Dana', 'chat')).toMatchObject({ body: { lines: [], withdrawn: 2 } });
});

test('S12 R46 the sealed bytes of what was withdrawn are in no file of the database any more', async () => {
	evening.sheet('Ana', 'Check-out', 'I am not alone');
	await evening.keep();
	const { id } = await kindOf('Ana', 'worksheet');
	const [row] = await versionsOf(evening.ground.store.db, id);
	const sealed = Buffer.from(row!.body_sealed).subarray(13, 45);
	const files = () =>
		Promise.all(
			['', '-wal'].map((more) =>
				readFile(join(evening.ground.config.dataDirectory, `${DATABASE_FILE}${more}`))
			)
		);
	expect(Buffer.concat(await files()).includes(sealed)).toBe(true);
	await withdraw('Ana', id);
	expect(Buffer.concat(await files()).includes(sealed)).toBe(false);
});
