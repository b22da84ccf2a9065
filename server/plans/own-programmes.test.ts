import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PracticeSeed } from '../../tests/support/practice-seed.ts';
import type { Group } from '../../src/lib/domain/group.ts';
import type { ProgrammeId } from '../../src/lib/domain/ids.ts';
import type { Plan } from '../../src/lib/domain/plan.ts';
import { defaultPlan, newStep } from '../../src/lib/domain/plan-making.ts';
import { PARTS_MOST } from '../../src/lib/domain/programmes/own-programme.ts';
import type { App } from '../app.ts';
import type { Asker } from '../groups/actor.ts';

let directory: string;
let app: App;
let dana: Asker;
let pat: Asker;
let ana: Asker;
let therapy: Group;
let peer: Group;

beforeEach(async () => {
	directory = mkdtempSync(join(tmpdir(), 'hearth-programmes-'));
	const seed = await PracticeSeed.open(directory);
	app = seed.app;
	dana = await seed.person('Dana', { staff: true, licensed: true });
	pat = await seed.person('Pat', { staff: true });
	ana = await seed.person('Ana');
	therapy = await seed.group(dana, 'Tuesday', 'therapy');
	peer = await seed.group(pat, 'Circle', 'peer');
	await app.groups.join(therapy.id, ana.person, 'member', 'Ana');
});
afterEach(async () => {
	await app.close();
	rmSync(directory, { recursive: true });
});

const WISH = { title: 'Autumn', summary: 'Ours', minutes: 75, shared: false };
const reason = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);
const planned = (plan: Plan) =>
	app.schedule.plan(dana, {
		...{ group: therapy.id, title: 'Held', startsAt: app.now(), zone: 'UTC', minutes: 60, plan }
	});
const titlesOf = async (who: Asker, id: ProgrammeId) =>
	(await app.ownProgrammes.list(who)).find((one) => one.id === id)?.parts.map(({ title }) => title);

/** A programme of Dana's with these sessions, each from a template of that name. */
async function programmeOf(...titles: string[]): Promise<ProgrammeId> {
	const id = await app.ownProgrammes.make(dana, WISH);
	for (const title of titles) {
		const plan = defaultPlan('therapy');
		const template = await app.templates.keep(dana, therapy.id, { title, plan, shared: false });
		await app.ownProgrammes.add(dana, id, `template.${template}`);
	}
	return id;
}

test('templates, plans of one’s groups and a starter’s sessions are put in a row, moved, taken out and put back', async () => {
	const id = await programmeOf('One', 'Two');
	const breakout = { ...newStep('breakout', 'therapy'), whoIsWhere: { [ana.person]: 1 } };
	const session = await planned({ steps: [breakout], keepChat: true });
	await app.ownProgrammes.add(dana, id, `session.${session.id}`);
	const all = await app.ownProgrammes.add(dana, id, 'low-mood.2');
	expect(all.parts.map(({ title }) => title)).toEqual(['One', 'Two', 'Held', 'Doing comes first']);
	// Who was with whom stays with that group.
	expect(JSON.stringify(all)).not.toContain(ana.person);
	await app.ownProgrammes.move(dana, id, 3, -1);
	expect(await titlesOf(dana, id)).toEqual(['One', 'Held', 'Two', 'Doing comes first']);
	expect(await app.ownProgrammes.move(dana, id, 1, -1)).toBeNull();
	await app.ownProgrammes.take(dana, id, 3);
	expect(await titlesOf(dana, id)).toEqual(['One', 'Two', 'Doing comes first']);
	await app.ownProgrammes.putBack(dana, id);
	expect(await titlesOf(dana, id)).toEqual(['One', 'Held', 'Two', 'Doing comes first']);
	expect(await reason(app.ownProgrammes.putBack(dana, id))).toBe('not-found');
	await app.ownProgrammes.name(dana, id, { key: 2, title: 'Deux', aim: 'Going on' });
	expect(await titlesOf(dana, id)).toEqual(['One', 'Held', 'Deux', 'Doing comes first']);
	for (const from of ['toString.1', 'low-mood.99', 'session.x', `template.${id}`, '']) {
		expect(await reason(app.ownProgrammes.add(dana, id, from))).toBe('not-found');
	}
});

test('changes made at once are all kept', async () => {
	const id = await programmeOf();
	const starters = [1, 2, 3, 4, 5].map((one) => app.ownProgrammes.add(dana, id, `low-mood.${one}`));
	await Promise.all(starters);
	expect(await titlesOf(dana, id)).toHaveLength(5);
	await Promise.all([app.ownProgrammes.move(dana, id, 5, -1), app.ownProgrammes.move(dana, id, 5, -1)]);
	const parts = (await app.ownProgrammes.list(dana))[0]!.parts;
	expect(parts.map(({ key }) => key)).toEqual([1, 2, 5, 3, 4]);
});

test('a programme has an end: no more is added to a full one', async () => {
	const id = await programmeOf();
	for (let count = 0; count < PARTS_MOST; count += 1) await app.ownProgrammes.add(dana, id, 'low-mood.1');
	expect(await reason(app.ownProgrammes.add(dana, id, 'low-mood.1'))).toBe('conflict');
});

test('a group follows one as it follows a starter; what is planned stays planned when sessions move', async () => {
	const id = await programmeOf('One', 'Two', 'Three');
	const empty = await app.ownProgrammes.make(dana, { ...WISH, title: 'Nothing yet' });
	expect(await reason(app.programmes.choose(dana, therapy.id, empty))).toBe('not-allowed');
	await app.programmes.choose(dana, therapy.id, id);
	const begun = await app.beginnings.begin(dana, therapy, `${id}.1`);
	expect([begun.title, begun.minutes]).toEqual(['One', 75]);
	await planned(begun.plan);
	expect(await app.programmes.of(therapy.id)).toMatchObject({ planned: [1], next: 2 });
	await app.ownProgrammes.move(dana, id, 3, -1);
	await app.ownProgrammes.move(dana, id, 3, -1);
	// Three stands first now; One is the second, and still the one that was held.
	expect(await app.programmes.of(therapy.id)).toMatchObject({ planned: [1], next: 3 });
	expect((await app.beginnings.offers(dana, therapy))[0]).toMatchObject({
		title: 'Autumn',
		beginnings: [{ from: `${id}.3`, title: '1. Three' }, { from: `${id}.1` }, { from: `${id}.2` }]
	});
	await app.ownProgrammes.take(dana, id, 1);
	expect(await app.programmes.of(therapy.id)).toMatchObject({ planned: [], next: 3 });
	// A key is not given twice: what comes in its place was not held.
	const again = await app.ownProgrammes.add(dana, id, 'low-mood.1');
	expect(again.parts.at(-1)).toMatchObject({ key: 4 });
	await app.ownProgrammes.remove(dana, id);
	expect(await app.programmes.of(therapy.id)).toBeNull();
	expect(await reason(app.beginnings.begin(dana, therapy, `${id}.3`))).toBe('not-found');
});

test('R19 R21 a programme is its maker’s until it is shared, and then others use it and do not change it', async () => {
	const id = await programmeOf('One');
	const attempts = (who: Asker) =>
		Promise.all(
			[
				app.ownProgrammes.allow(who, id),
				app.ownProgrammes.change(who, id, WISH),
				app.ownProgrammes.add(who, id, 'low-mood.1'),
				app.ownProgrammes.move(who, id, 1, 1),
				app.ownProgrammes.name(who, id, { key: 1, title: 'Mine', aim: '' }),
				app.ownProgrammes.take(who, id, 1),
				app.ownProgrammes.putBack(who, id),
				app.ownProgrammes.remove(who, id)
			].map(reason)
		);
	expect(new Set(await attempts(pat))).toEqual(new Set(['not-found']));
	expect(await app.ownProgrammes.list(pat)).toEqual([]);
	await app.ownProgrammes.change(dana, id, { ...WISH, shared: true });
	expect(await app.ownProgrammes.list(pat)).toMatchObject([{ id, title: 'Autumn' }]);
	expect(new Set(await attempts(pat))).toEqual(new Set(['not-allowed']));
	// Members lead nothing: they make none and find none.
	expect(new Set(await attempts(ana))).toEqual(new Set(['not-found']));
	expect(await app.ownProgrammes.list(ana)).toEqual([]);
	expect(await reason(app.ownProgrammes.make(ana, WISH))).toBe('not-allowed');
	expect(await titlesOf(dana, id)).toEqual(['One']);
});

test('whoever leads a group beside its maker plans from what the group follows; no other group does', async () => {
	const id = await programmeOf('One');
	await app.programmes.choose(dana, therapy.id, id);
	await app.groups.join(therapy.id, pat.person, 'co-facilitator', 'Pat');
	expect((await app.beginnings.begin(pat, therapy, `${id}.1`)).title).toBe('One');
	expect(await reason(app.beginnings.begin(pat, peer, `${id}.1`))).toBe('not-found');
	expect(await reason(app.programmes.choose(pat, peer.id, id))).toBe('not-allowed');
	// Shared once and followed elsewhere: it ends there when it is shared no more.
	await app.ownProgrammes.change(dana, id, { ...WISH, shared: true });
	const other = await app.groups.create(pat, {
		...{ name: 'Other', kind: 'peer', capacity: 8, alias: 'Pat', focus: '', agreements: [] }
	});
	expect(await reason(app.programmes.choose(pat, other.id, id))).toBe('not-allowed');
	await app.ownProgrammes.take(dana, id, 1);
	await app.ownProgrammes.add(dana, id, 'peer-support.1');
	await app.programmes.choose(pat, other.id, id);
	expect((await app.programmes.of(other.id))?.programme.id).toBe(id);
	await app.ownProgrammes.change(dana, id, WISH);
	expect(await app.programmes.of(other.id)).toBeNull();
	expect((await app.programmes.of(therapy.id))?.programme.id).toBe(id);
});

test('S14 a peer group is offered one only while it holds nothing that a peer group is not offered', async () => {
	const id = await app.ownProgrammes.make(pat, WISH);
	await app.ownProgrammes.add(pat, id, 'peer-support.1');
	expect((await app.programmes.offered(pat, peer)).map((one) => one.id)).toEqual(['peer-support', id]);
	await app.programmes.choose(pat, peer.id, id);
	await app.ownProgrammes.add(pat, id, 'self-harm-coping.1');
	expect((await app.programmes.offered(pat, peer)).map((one) => one.id)).toEqual(['peer-support']);
	// It says why, rather than that there is none.
	expect(await reason(app.beginnings.begin(pat, peer, `${id}.2`))).toBe('not-allowed');
});
