import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PracticeSeed } from '../../tests/support/practice-seed.ts';
import { cellKey, plainAnswers, textAt } from '../../src/lib/domain/answer-places.ts';
import { rowsNamed } from '../../src/lib/domain/exercise.ts';
import { exerciseNamed } from '../../src/lib/domain/exercises/library.ts';
import type { Group } from '../../src/lib/domain/group.ts';
import type { HomeworkId } from '../../src/lib/domain/homework.ts';
import type { DocumentId } from '../../src/lib/domain/ids.ts';
import { defaultPlan } from '../../src/lib/domain/plan-making.ts';
import { addRow } from '../../src/lib/domain/worksheet-rows.ts';
import type { App } from '../app.ts';
import type { Asker } from '../groups/actor.ts';
import { comeToTheDoor } from '../demo/people.ts';
import { HomeworkAccess } from './homework-access.ts';

let directory: string;
let app: App;
let dana: Asker;
let pat: Asker;
let ana: Asker;
let ben: Asker;
let therapy: Group;
let peer: Group;
const DAY_MS = 24 * 3_600_000;

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'hearth-homework-'));
	const seed = await PracticeSeed.open(directory);
	app = seed.app;
	dana = await seed.person('Dana', { staff: true, licensed: true });
	pat = await seed.person('Pat', { staff: true });
	[ana, ben] = [await seed.person('Ana'), await seed.person('Ben')];
	therapy = await seed.group(dana, 'Tuesday', 'therapy');
	peer = await seed.group(pat, 'Circle', 'peer');
	for (const [one, name] of [[ana, 'Ana'] as const, [ben, 'Ben'] as const]) {
		await app.groups.join(therapy.id, one.person, 'member', name);
	}
	await app.groups.join(peer.id, ana.person, 'member', 'Ana');
	for (const [by, { id, kind }] of [[dana, therapy] as const, [pat, peer] as const]) {
		const plan = defaultPlan(kind);
		await app.schedule.plan(by, {
			...{ group: id, title: 'Next', startsAt: app.now() + DAY_MS, zone: 'UTC', minutes: 60, plan }
		});
	}
});
afterEach(async () => {
	await app.close();
	rmSync(directory, { recursive: true });
});

const set = (more: { exercise?: string; for?: Asker; isRead?: boolean } = {}) =>
	app.homeworks.set(dana, therapy.id, {
		...{ exercise: more.exercise ?? 'worry-tree', words: 'Once is enough.', isRead: more.isRead ?? true },
		...{ dueAt: app.now() + DAY_MS, for: more.for?.person ?? null }
	});
const write = (id: DocumentId, words: string) =>
	app.documents.change([{ id, change: (doc) => textAt(doc, 'worry').insert(0, words) }]);
const reason = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);
const progressOf = async (id: HomeworkId) =>
	Object.fromEntries(
		(await app.homeworks.ofGroup(dana, therapy.id))
			.find((one) => one.id === id)!
			.parts.map(({ person, progress }) => [person === ana.person ? 'ana' : 'ben', progress])
	);

test('homework is set for everyone or for one, and each finds what is theirs', async () => {
	const all = await set();
	const one = await set({ for: ana });
	expect((await app.homeworks.mine(ana)).map(({ id }) => id).sort()).toEqual([all, one].sort());
	expect((await app.homeworks.mine(ben)).map(({ id }) => id)).toEqual([all]);
	expect(await app.homeworks.mine(dana)).toEqual([]);
	// R21: what was set for another is as unknown as what never was.
	expect(await reason(app.homeworks.open(ben, one))).toBe('not-found');
	await app.groups.leave(ana, therapy.id);
	expect((await app.homeworks.mine(ana)).filter(({ group }) => group === therapy.id)).toEqual([]);
	expect(await reason(app.homeworks.open(ana, all))).toBe('not-found');
});

test('S09 what is done is kept for its author and those it named; before that nobody reads a word', async () => {
	const id = await set();
	const { document, readers } = await app.homeworks.open(ana, id);
	expect(readers).toEqual(['Dana']);
	await write(document, 'The rent');
	await app.homeworks.reach(ana, id, 'writing');
	expect(await progressOf(id)).toEqual({ ana: 'writing', ben: 'not-begun' });
	const first = (await app.homeworks.reach(ana, id, 'done'))!;
	expect(JSON.stringify(await app.artifacts.get(dana, first))).toContain('The rent');
	expect(await app.artifacts.get(ben, first)).toBeNull();
	// S15: its author sees that it was opened.
	expect(await app.artifacts.openingsOf(ana, first)).toMatchObject([{ by: 'Dana' }]);
	await write(document, 'And more: ');
	expect(await app.homeworks.reach(ana, id, 'done')).toBe(first);
	expect(await app.artifacts.get(dana, first)).toMatchObject({
		version: 2,
		title: 'Between sessions: Worry tree'
	});
	expect((await app.artifacts.mine(ana, therapy.id)).map((one) => one.id)).toEqual([first]);
});

test('what nobody is to read stays its author’s, also when it is done', async () => {
	const id = await set({ isRead: false });
	const { document, readers } = await app.homeworks.open(ana, id);
	expect(readers).toEqual([]);
	await write(document, 'Mine');
	const kept = (await app.homeworks.reach(ana, id, 'done'))!;
	expect(await app.artifacts.get(dana, kept)).toBeNull();
	expect(await app.artifacts.get(ana, kept)).not.toBeNull();
});

test('an exercise of the practice’s own is set as it is then, and done as it was set', async () => {
	const own = await app.library.make(dana, 'Small steps');
	const id = await set({ exercise: own });
	await app.library.retire(dana, own);
	expect(await reason(set({ exercise: own }))).toBe('invalid');
	const { document, homework } = await app.homeworks.open(ana, id);
	expect(homework.definition?.title).toBe('Small steps');
	await app.documents.change([{ id: document, change: (doc) => textAt(doc, 'first').insert(0, 'Mine') }]);
	const kept = (await app.homeworks.reach(ana, id, 'done'))!;
	expect(await app.artifacts.get(dana, kept)).toMatchObject({ title: 'Between sessions: Small steps' });
	// S05: what asks about safety is not set as a copy either.
	const risky = await app.library.copy(dana, 'skills-diary');
	expect(await reason(set({ exercise: risky }))).toBe('not-allowed');
});

test('an empty sheet is not done; one may pass it, and then nothing of it is left over', async () => {
	const id = await set({ for: ana });
	await app.homeworks.open(ana, id);
	expect(await reason(app.homeworks.reach(ana, id, 'done'))).toBe('invalid');
	expect(await app.homeworks.reach(ana, id, 'passed')).toBeNull();
	expect((await app.homeworks.ofGroup(dana, therapy.id))[0]?.parts).toMatchObject([{ progress: 'passed' }]);
});

test('S12 homework that is taken back is gone from its sheet too, and is kept anew when it is done again', async () => {
	const id = await set({ for: ana });
	const { document } = await app.homeworks.open(ana, id);
	await write(document, 'Too much said');
	const first = (await app.homeworks.reach(ana, id, 'done'))!;
	await app.artifacts.withdraw(ana, { artifact: first });
	expect(await app.documents.read(document, (doc) => textAt(doc, 'worry').toString())).toBe('');
	await write(document, 'Less');
	const second = await app.homeworks.reach(ana, id, 'done');
	expect(second).not.toBe(first);
	expect(JSON.stringify(await app.artifacts.get(dana, second!))).not.toContain('Too much');
});

test('S05 nothing that asks about safety is set to be done alone', async () => {
	for (const exercise of ['phq-9', 'core-10', 'check-out-card', 'skills-diary']) {
		expect([exercise, await reason(set({ exercise }))]).toEqual([exercise, 'not-allowed']);
	}
	expect(await reason(set({ exercise: 'toString' }))).toBe('invalid');
	expect(await reason(set({ exercise: 'phq-8' }))).toBe('done');
});

test('S05 a copy of the diary card tells whoever is named, as the diary card does', async () => {
	await app.riskReaders.name(dana, therapy.id, { person: dana.person, withinHours: 24 });
	const id = await set({ exercise: await app.library.copy(dana, 'skills-diary') });
	const opened = await app.homeworks.open(ana, id);
	expect(opened.riskReader).toEqual({ name: 'Dana', withinHours: 24 });
	const diary = rowsNamed(exerciseNamed('skills-diary')!, 'days')!;
	await app.documents.change([
		{
			id: opened.document,
			change: (doc) => {
				plainAnswers(doc).set(cellKey('days', addRow(doc, diary, null), 'urge'), 4);
			}
		}
	]);
	await app.homeworks.reach(ana, id, 'done');
	expect(await app.homeworkFlags.openOf(dana, therapy.id)).toMatchObject([{ person: ana.person }]);
});

test('S05 with a named reader the diary card is homework, and what it says of harm reaches them by then, once', async () => {
	const reader = { person: dana.person, withinHours: 24 };
	expect(await reason(app.riskReaders.name(ana, therapy.id, reader))).toBe('not-allowed');
	expect(await reason(app.riskReaders.name(dana, therapy.id, { ...reader, person: ana.person }))).toBe(
		'invalid'
	);
	expect(await reason(app.riskReaders.name(pat, peer.id, { ...reader, person: pat.person }))).toBe(
		'not-allowed'
	);
	await app.riskReaders.name(dana, therapy.id, reader);
	expect(await reason(set({ exercise: 'skills-diary', isRead: false }))).toBe('not-allowed');
	const id = await set({ exercise: 'skills-diary' });
	const opened = await app.homeworks.open(ana, id);
	expect(opened.riskReader).toEqual({ name: 'Dana', withinHours: 24 });
	const diary = rowsNamed(exerciseNamed('skills-diary')!, 'days')!;
	let row = '';
	const urge = (value: number) =>
		app.documents.change([
			{
				id: opened.document,
				change: (doc) => {
					row ||= addRow(doc, diary, null);
					plainAnswers(doc).set(cellKey('days', row, 'urge'), value);
				}
			}
		]);
	const flags = () => app.homeworkFlags.openOf(dana, therapy.id);
	await urge(2);
	await app.homeworks.reach(ana, id, 'done');
	expect(await flags()).toEqual([]);
	await urge(4);
	expect(await flags()).toEqual([]);
	await app.homeworks.reach(ana, id, 'stuck');
	await app.homeworks.reach(ana, id, 'done');
	const [flag, ...others] = await flags();
	expect(others).toEqual([]);
	expect(flag).toMatchObject({ person: ana.person, reader: dana.person, cause: 'self-harm' });
	expect(flag!.readBy - flag!.at).toBe(DAY_MS);
	expect(flag!.artifact).not.toBeNull();
	expect(await reason(app.homeworkFlags.openOf(ana, therapy.id))).toBe('not-allowed');
	expect(await reason(app.homeworkFlags.clear(ana, flag!.id, 'Nothing.'))).toBe('not-allowed');
	// S13: who has never been at a door has no card; opening one is seen by whose it is.
	expect(await reason(app.homeworkFlags.openCard(dana, flag!.id))).toBe('not-found');
	const [session] = await app.schedule.ofGroup(therapy.id);
	await app.schedule.move(dana, session!.id, { ...session!, startsAt: app.now() });
	await comeToTheDoor(app, session!.id, { id: ana.person, name: 'Ana', place: 'member' });
	expect(await reason(app.homeworkFlags.openCard(ana, flag!.id))).toBe('not-allowed');
	expect(await app.homeworkFlags.openCard(dana, flag!.id)).toMatchObject({ phone: '+44 000 000 000' });
	expect((await app.homeworks.open(ana, id)).cardOpenings).toMatchObject([{ by: 'Dana' }]);
	await app.homeworkFlags.clear(dana, flag!.id, 'Called her.');
	expect(await reason(app.homeworkFlags.openCard(dana, flag!.id))).toBe('conflict');
	await app.homeworks.reach(ana, id, 'done');
	expect(await flags()).toEqual([]);
	await urge(5);
	await app.homeworks.reach(ana, id, 'done');
	expect(await flags()).toHaveLength(1);
});

test('S05 whoever was named and leads no longer is nobody: the diary card is refused again', async () => {
	const kim = await app.accounts.people.prepare({ name: 'Kim', staff: true });
	await app.store.writer.commit([kim.statement]);
	await app.groups.join(therapy.id, kim.id, 'co-facilitator', 'Kim');
	await app.riskReaders.name(dana, therapy.id, { person: kim.id, withinHours: 4 });
	expect(await reason(set({ exercise: 'skills-diary' }))).toBe('done');
	await app.groups.leave({ person: kim.id, staff: true }, therapy.id);
	expect(await app.riskReaders.of(therapy.id)).toBeNull();
	expect(await reason(set({ exercise: 'skills-diary' }))).toBe('not-allowed');
});

test('S14 in a peer group no sheet is read and no measure is set; whoever leads takes part', async () => {
	const wish = { words: '', dueAt: app.now() + DAY_MS, for: null, isRead: true };
	expect(await reason(app.homeworks.set(pat, peer.id, { ...wish, exercise: 'gad-7' }))).toBe('not-allowed');
	const id = await app.homeworks.set(pat, peer.id, { ...wish, exercise: 'worry-tree' });
	expect((await app.homeworks.mine(pat)).map((one) => one.id)).toEqual([id]);
	expect((await app.homeworks.open(ana, id)).readers).toEqual([]);
});

test('R19 members set nothing, see nobody else’s, and change no day', async () => {
	const id = await set();
	const wish = { exercise: 'worry-tree', words: '', dueAt: 0, for: null, isRead: true };
	const attempts = [
		app.homeworks.set(ana, therapy.id, wish),
		app.homeworks.ofGroup(ana, therapy.id),
		app.homeworks.rest(ana, id),
		app.homeworks.postpone(ana, id, 0)
	];
	expect(await Promise.all(attempts.map(reason))).toEqual(Array(4).fill('not-allowed'));
	await app.homeworks.postpone(dana, id, 5);
	await app.homeworks.rest(dana, id);
	expect(await app.homeworks.mine(ana)).toMatchObject([{ dueAt: 5, restedAt: expect.any(Number) as number }]);
});

test('R32 over a socket homework opens for its author alone, and for nobody who has left the group', async () => {
	const { document } = await app.homeworks.open(ana, await set({ for: ana }));
	const head = (await app.documents.head(document))!;
	const access = new HomeworkAccess(app.rooms, app.groups);
	await access.prepare(head.session, head);
	const may = (one: Asker) => access.mayOpen(one.person, 'write', head);
	expect([may(ana), may(ben), may(dana), may(pat)]).toEqual([true, false, false, false]);
	const lost: string[] = [];
	access.onLost((_session, person) => lost.push(person));
	await app.groups.leave(ana, therapy.id);
	expect([may(ana), lost.includes(ana.person)]).toEqual([false, true]);
});

test('unfinished homework of a group is taken along to a later day; what is done, or another group’s, stays', async () => {
	const [open, done] = [await set(), await set({ exercise: 'abc' })];
	for (const one of [ana, ben]) {
		await app.homeworks.open(one, done);
		await app.homeworks.reach(one, done, 'passed');
	}
	expect((await app.homeworks.unfinishedOf(dana, therapy.id)).map(({ id }) => id)).toEqual([open]);
	const dueAt = app.now() + 9 * DAY_MS;
	await app.homeworks.takeAlong(dana, therapy.id, { homework: [open, done], dueAt });
	const days = new Map((await app.homeworks.ofGroup(dana, therapy.id)).map((one) => [one.id, one.dueAt]));
	expect(days.get(open)).toBe(dueAt);
	expect(days.get(done)).toBeLessThan(dueAt);
	expect(await reason(app.homeworks.takeAlong(pat, peer.id, { homework: [open], dueAt: 1 }))).toBe('done');
	expect(await reason(app.homeworks.takeAlong(ana, therapy.id, { homework: [open], dueAt: 1 }))).toBe(
		'not-allowed'
	);
	expect((await app.homeworks.ofGroup(dana, therapy.id)).find(({ id }) => id === open)?.dueAt).toBe(dueAt);
});
