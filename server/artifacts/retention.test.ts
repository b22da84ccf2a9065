import { afterEach, beforeEach, expect, test } from 'vitest';
import { keptUntil } from '../../src/lib/domain/retention.ts';
import { newId, type DocumentId } from '../../src/lib/domain/ids.ts';
import type { DocumentKind } from '../../src/lib/domain/documents.ts';
import { insertDocument } from '../store/documents.ts';
import { artifactsOf } from '../store/artifacts.ts';
import { TestEvening } from '../../tests/support/evening.ts';
import { Housekeeping } from './housekeeping.ts';
import { CallTimes } from '../sessions/call-times.ts';
import { Retention } from './retention.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

let evening: TestEvening;
let retention: Retention;
let signedOffAt: number;
beforeEach(async () => {
	evening = await TestEvening.open();
	retention = new Retention(evening.ground);
	evening.checkIn('Ana', 5);
	evening.checkIn('Ben', 5);
	for (const kind of ['room', 'folder', 'line', 'notes'] as const) await putPaper(kind);
	signedOffAt = evening.ground.now();
	await evening.keep();
});
afterEach(() => evening.close());

async function putPaper(kind: DocumentKind): Promise<DocumentId> {
	const { store, now } = evening.ground;
	const { id: session, group: group_id } = evening.session;
	const id = newId<'document'>();
	const row = {
		...{ id, kind, group_id, session, owner: null, step: null, breakout: null, readers: '[]' },
		...{ reads_when: 'after-done' as const, epoch: 0, created_at: now(), quarantined_at: null }
	};
	await store.writer.commit([insertDocument(store.db, row)]);
	return id;
}

const papers = async () =>
	(await evening.ground.store.db.selectFrom('document').select('kind').execute()).map(({ kind }) => kind);
const kept = async () => (await artifactsOf(evening.ground.store.db, evening.session.id)).length;

test('R50 what was signed off is kept for two years, and not a moment longer', async () => {
	const times = new CallTimes(evening.ground);
	const of = { session: evening.session.id, group: evening.session.group };
	const report = { voiceMs: 1_000, textMs: 0, weakMs: 0 };
	await evening.ground.store.writer.commit([
		await times.adding({ ...of, person: evening.people.Ana }, report, signedOffAt)
	]);
	await retention.purge(keptUntil(signedOffAt) - 1);
	expect(await kept()).toBe(2);
	expect((await times.ofSession(of)).size).toBe(1);
	await retention.purge(keptUntil(signedOffAt) + 1);
	expect(await kept()).toBe(0);
	expect(await papers()).toEqual([]);
	expect(await evening.attendance.ofSession(evening.session.id)).toEqual([]);
	expect((await times.ofSession(of)).size).toBe(0);
});

test('a day after sign-off the room’s papers are gone; the private lines and staff notes stay', async () => {
	await retention.clearRooms(signedOffAt + DAY_MS - 1);
	expect((await papers()).toSorted()).toEqual(['folder', 'line', 'notes', 'room']);
	await retention.clearRooms(signedOffAt + DAY_MS + 1);
	expect((await papers()).toSorted()).toEqual(['line', 'notes']);
	expect(await kept()).toBe(2);
});

test('a duty that fails is told of, and the others are done all the same', async () => {
	const done: string[] = [];
	const failures: unknown[] = [];
	const duties = [
		() => Promise.reject(new Error('disk')),
		async () => {
			done.push('second');
		}
	];
	const housekeeping = new Housekeeping(duties, (error) => failures.push(error));
	await housekeeping.run();
	expect(failures).toHaveLength(1);
	expect(done).toEqual(['second']);
});
