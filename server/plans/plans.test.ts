import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { PracticeSeed } from '../../tests/support/practice-seed.ts';
import type { Group } from '../../src/lib/domain/group.ts';
import type { Plan, Step } from '../../src/lib/domain/plan.ts';
import { defaultPlan, newStep } from '../../src/lib/domain/plan-making.ts';
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
	directory = mkdtempSync(join(tmpdir(), 'hearth-plans-'));
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

const planned = (plan: Plan) =>
	app.schedule.plan(dana, {
		...{ group: therapy.id, title: 'Held', startsAt: app.now(), zone: 'UTC', minutes: 60, plan }
	});
const reason = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);
const titles = (plan: Plan) => plan.steps.map((step) => step.title);

test('a template keeps the steps, begins a plan of its own, and changes and goes at its maker’s wish', async () => {
	const plan = defaultPlan('therapy');
	const id = await app.templates.keep(dana, therapy.id, { title: 'Usual Tuesday', plan, shared: false });
	const begun = await app.beginnings.begin(dana, therapy, `template.${id}`);
	expect(begun.title).toBe('Usual Tuesday');
	expect(titles(begun.plan)).toEqual(titles(plan));
	expect(begun.plan.steps.map((step) => step.id)).not.toEqual(plan.steps.map((step) => step.id));
	const shorter = { ...plan, steps: plan.steps.slice(0, 2) };
	await app.templates.change(dana, id, { title: 'Short Tuesday', plan: shorter, shared: false });
	expect(await app.templates.list(dana)).toMatchObject([{ id, title: 'Short Tuesday' }]);
	await app.templates.remove(dana, id);
	expect(await app.templates.list(dana)).toEqual([]);
});

test('R19 R21 a template is its maker’s until it is shared, and then others use it and do not change it', async () => {
	const plan = defaultPlan('peer');
	const wish = { title: 'Usual', plan, shared: false };
	const id = await app.templates.keep(dana, therapy.id, wish);
	expect(await app.templates.list(pat)).toEqual([]);
	expect(await reason(app.templates.allow(pat, 'use', id))).toBe('not-found');
	await app.templates.change(dana, id, { ...wish, shared: true });
	expect(await app.templates.list(pat)).toMatchObject([{ id, title: 'Usual' }]);
	expect(await reason(app.templates.change(pat, id, { ...wish, shared: false }))).toBe('not-allowed');
	expect(await reason(app.templates.remove(pat, id))).toBe('not-allowed');
	// Members lead nothing: they keep none and find none.
	expect(await app.templates.list(ana)).toEqual([]);
	expect(await reason(app.templates.keep(ana, therapy.id, wish))).toBe('not-allowed');
	expect(await reason(app.templates.allow(ana, 'use', id))).toBe('not-found');
});

test('the plan of an earlier session is copied, notes included, within its own group alone', async () => {
	const steps = [{ ...newStep('round', 'therapy'), notes: 'mine alone' }];
	const held = await planned({ steps, keepChat: true });
	const { plan, minutes } = await app.beginnings.begin(dana, therapy, `session.${held.id}`);
	expect(plan).toMatchObject({ steps: [{ notes: 'mine alone' }], keepChat: true });
	expect([minutes, plan.steps[0]?.id === steps[0]?.id]).toEqual([60, false]);
	expect(await reason(app.beginnings.begin(pat, peer, `session.${held.id}`))).toBe('not-found');
	expect(await reason(app.beginnings.begin(ana, therapy, `session.${held.id}`))).toBe('not-allowed');
	for (const from of ['session.x', 'low-mood.99', '__proto__.1', 'nothing']) {
		expect(await reason(app.beginnings.begin(dana, therapy, from))).toBe('not-found');
	}
});

test('who shall be with whom stays among the group’s own people, goes along into its next plan, and into no template', async () => {
	const pairs = newStep('breakout', 'therapy');
	const names = { [ana.person]: 1, [dana.person]: 1, [pat.person]: 2 };
	const plan = { steps: [{ ...pairs, whoIsWhere: names } as Step], keepChat: false };
	const { id, plan: kept } = await planned(plan);
	expect(kept.steps).toEqual([{ ...pairs, whoIsWhere: { [ana.person]: 1 } }]);
	const copy = await app.beginnings.begin(dana, therapy, `session.${id}`);
	expect(copy.plan.steps[0]).toMatchObject({ whoIsWhere: { [ana.person]: 1 } });
	const template = await app.templates.keep(dana, therapy.id, { title: 'Pairs', plan, shared: false });
	await app.templates.change(dana, template, { title: 'Pairs', plan, shared: true });
	const begun = await app.beginnings.begin(dana, therapy, `template.${template}`);
	expect(begun.plan.steps[0]).not.toHaveProperty('whoIsWhere');
});

test('a group follows a programme from session to session; a cancelled one is planned again', async () => {
	await app.programmes.choose(dana, therapy.id, 'low-mood');
	expect((await app.programmes.of(therapy.id))?.next).toBe(1);
	const first = await app.beginnings.begin(dana, therapy, 'low-mood.1');
	expect([first.title, first.minutes]).toEqual(['What low mood does', 90]);
	const session = await planned(first.plan);
	await planned((await app.beginnings.begin(dana, therapy, 'low-mood.2')).plan);
	// What was copied begins no session of the programme.
	await planned((await app.beginnings.begin(dana, therapy, `session.${session.id}`)).plan);
	expect(await app.programmes.of(therapy.id)).toMatchObject({ planned: [1, 2], next: 3 });
	await app.schedule.cancel(dana, session.id);
	expect(await app.programmes.of(therapy.id)).toMatchObject({ planned: [2], next: 1 });
	const offers = await app.beginnings.offers(dana, therapy);
	expect(offers[0]).toMatchObject({ title: 'Out of low mood, step by step' });
	await app.programmes.choose(dana, therapy.id, null);
	expect(await app.programmes.of(therapy.id)).toBeNull();
});

test('S14 a peer group is offered only what it may use: programmes, templates, and whatever an address names', async () => {
	expect((await app.programmes.offered(pat, peer)).map((one) => one.id)).toEqual(['peer-support']);
	expect(await reason(app.programmes.choose(pat, peer.id, 'self-harm-coping'))).toBe('not-allowed');
	expect(await reason(app.beginnings.begin(pat, peer, 'self-harm-coping.1'))).toBe('not-found');
	const { plan } = await app.beginnings.begin(dana, therapy, 'self-harm-coping.1');
	const id = await app.templates.keep(dana, therapy.id, { title: 'Coping', plan, shared: true });
	const offered = JSON.stringify(await app.beginnings.offers(pat, peer));
	expect(offered).not.toContain('Coping');
	expect(await reason(app.beginnings.begin(pat, peer, `template.${id}`))).toBe('not-allowed');
	expect(await reason(app.programmes.choose(ana, therapy.id, 'low-mood'))).toBe('not-allowed');
});
