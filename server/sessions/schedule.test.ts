import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Group } from '../../src/lib/domain/group.ts';
import { newId, type StepId } from '../../src/lib/domain/ids.ts';
import type { Step } from '../../src/lib/domain/plan.ts';
import { Groups } from '../groups/groups.ts';
import { openGround, type TestGround } from '../../tests/support/ground.ts';
import { Library } from '../library/library.ts';
import { Schedule } from './schedule.ts';

let ground: TestGround;
let groups: Groups;
let schedule: Schedule;
let group: Group;
let stepOnStage: StepId | null;
const dana = { person: newId<'person'>(), staff: true };
const startsAt = Date.parse('2026-11-24T18:00:00Z');
const HOUR_MS = 3_600_000;

beforeEach(async () => {
	ground = await openGround();
	groups = new Groups(ground);
	stepOnStage = null;
	schedule = new Schedule(ground, {
		library: new Library(ground),
		groups,
		isNonCommercial: () => Promise.resolve(false),
		stepOnStage: () => Promise.resolve(stepOnStage)
	});
	const wish = {
		name: 'Tuesday',
		kind: 'peer' as const,
		focus: '',
		capacity: 4,
		agreements: [],
		alias: 'Dana'
	};
	group = await groups.create(dana, wish);
});
afterEach(() => ground.close());

const step = (title: string): Step => ({
	...{
		id: newId(),
		kind: 'round',
		title,
		minutes: 10,
		prompt: '',
		notes: 'mine alone',
		keep: true,
		attention: 'follow' as const
	}
});
const planOf = (...titles: string[]) => ({ steps: titles.map(step), keepChat: false });
const planSession = (more: { startsAt?: number; title?: string } = {}) =>
	schedule.plan(dana, {
		...{ group: group.id, title: 'Naming feelings', startsAt, zone: 'Europe/London', minutes: 75 },
		...{ plan: planOf('Arrive', 'Round', 'Close'), ...more }
	});
const reason = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);

test('a planned session comes back as it was planned, and stands in the group’s list', async () => {
	const session = await planSession();
	expect(await schedule.get(session.id)).toEqual(session);
	expect(await schedule.ofGroup(group.id)).toEqual([session]);
	expect(session).toMatchObject({ state: 'planned', sequence: 0, movedFrom: null });
});

test('the next session is the one going on or to come, never one that is over or cancelled', async () => {
	await planSession({ startsAt: ground.clock.now - 3 * HOUR_MS });
	const cancelled = await planSession({ startsAt: startsAt - HOUR_MS });
	await schedule.cancel(dana, cancelled.id);
	const next = await planSession();
	await planSession({ startsAt: startsAt + HOUR_MS });
	expect(await schedule.nextOf(group.id)).toEqual(next);
	ground.clock.now = startsAt + HOUR_MS;
	expect((await schedule.nextOf(group.id))?.id).toBe(next.id);
});

test('a moved session tells from when it was moved, and its sequence rises with every change of time', async () => {
	const { id } = await planSession();
	const to = { startsAt: startsAt + HOUR_MS, zone: 'Europe/London', minutes: 60 };
	await schedule.move(dana, id, to);
	expect(await schedule.get(id)).toMatchObject({ ...to, movedFrom: startsAt, sequence: 1 });
	await schedule.move(dana, id, { ...to, minutes: 75 });
	expect(await schedule.get(id)).toMatchObject({ movedFrom: startsAt, minutes: 75, sequence: 2 });
	await schedule.cancel(dana, id);
	expect(await schedule.get(id)).toMatchObject({ state: 'cancelled', sequence: 3 });
});

test('a session goes from planned to open, ended and signed off, and no other way', async () => {
	const { id } = await planSession();
	expect(await reason(schedule.setState(id, 'ended'))).toBe('conflict');
	await schedule.setState(id, 'open', { by: dana.person });
	expect(await reason(schedule.setState(id, 'open'))).toBe('conflict');
	expect(await reason(schedule.cancel(dana, id))).toBe('conflict');
	expect(await reason(schedule.move(dana, id, { startsAt, zone: 'UTC', minutes: 60 }))).toBe('conflict');
	await schedule.setState(id, 'ended');
	await schedule.setState(id, 'signed-off', { by: dana.person });
	expect((await schedule.get(id))?.state).toBe('signed-off');
});

test('what belongs to a change of state is undone with it', async () => {
	const { id } = await planSession();
	const statements = [{ sql: "INSERT INTO setting VALUES ('made', x'00')", parameters: [] }];
	expect(await reason(schedule.setState(id, 'ended', { statements }))).toBe('conflict');
	expect(await ground.store.db.selectFrom('setting').selectAll().execute()).toEqual([]);
});

test('while a session is open, steps that have begun stay and the ones to come may change', async () => {
	const { id, plan } = await planSession();
	const [arrive, round] = plan.steps as [Step, Step, Step];
	await schedule.setState(id, 'open');
	stepOnStage = round.id;
	expect(await schedule.begunSteps((await schedule.get(id))!)).toEqual([arrive.id, round.id]);
	const save = (steps: Step[]) =>
		schedule.savePlan(dana, id, { title: 'New', plan: { steps, keepChat: true } });
	expect(await reason(save([round]))).toBe('conflict');
	expect(await reason(save([round, arrive]))).toBe('conflict');
	await save([arrive, round, step('Breathing'), step('Close')]);
	expect((await schedule.get(id))?.plan.steps.map((one) => one.title)).toEqual([
		'Arrive',
		'Round',
		'Breathing',
		'Close'
	]);
	await schedule.setState(id, 'ended');
	expect(await reason(save([arrive, round]))).toBe('conflict');
});

test('R19 members see sessions; only facilitators plan, move and cancel them', async () => {
	const ana = { person: newId<'person'>(), staff: false };
	await groups.join(group.id, ana.person, 'member', 'Ana');
	const { id, plan } = await planSession();
	expect((await schedule.allow(ana, 'session.view', id)).id).toBe(id);
	const attempts = [
		schedule.cancel(ana, id),
		schedule.move(ana, id, { startsAt, zone: 'UTC', minutes: 60 }),
		schedule.savePlan(ana, id, { title: 'x', plan }),
		schedule.plan(ana, { group: group.id, title: 'x', startsAt, zone: 'UTC', minutes: 60, plan })
	];
	expect(await Promise.all(attempts.map(reason))).toEqual(Array(4).fill('not-allowed'));
});

test('R21 a session of another group answers exactly as one that never was', async () => {
	const stranger = { person: newId<'person'>(), staff: true };
	const { id } = await planSession();
	const answers = [id, newId<'session'>()].map((session) =>
		schedule.allow(stranger, 'session.view', session).catch((error: unknown) => error)
	);
	const [foreign, unknown] = (await Promise.all(answers)) as [Error, Error];
	expect({ ...foreign, message: foreign.message }).toEqual({ ...unknown, message: unknown.message });
});

test('a person sees the sessions of all their groups in order of time, and no plan with facilitators’ notes', async () => {
	await planSession({ startsAt: startsAt + HOUR_MS, title: 'Second' });
	await planSession({ title: 'First' });
	const all = await schedule.ofPerson(dana.person);
	expect(all.map((one) => [one.title, one.groupName])).toEqual([
		['First', 'Tuesday'],
		['Second', 'Tuesday']
	]);
	expect(JSON.stringify(all)).not.toContain('mine alone');
});

test('S14 in a peer group a plan cannot make the host a reader of sheets', async () => {
	const sheet: Step = {
		...step('Thought record'),
		...{ kind: 'worksheet', exercise: 'thought-record', sharing: 'reveal', facilitatorReads: 'as-you-type' }
	};
	const plan = { steps: [sheet], keepChat: false };
	const session = await schedule.plan(dana, {
		...{ group: group.id, title: 'x', startsAt, zone: 'UTC', minutes: 60, plan }
	});
	expect(session.plan.steps).toMatchObject([{ facilitatorReads: 'no' }]);
	await schedule.savePlan(dana, session.id, { title: 'x', plan });
	expect((await schedule.get(session.id))?.plan.steps).toMatchObject([{ facilitatorReads: 'no' }]);
});

test('S03 S14 a plan is kept only with exercises that may be in it: as it is made, and as it is changed', async () => {
	const measure: Step = {
		...step('PHQ-9'),
		...{ kind: 'worksheet', exercise: 'phq-9', sharing: 'private', facilitatorReads: 'after-done' }
	};
	const wish = { group: group.id, title: 'x', startsAt, zone: 'UTC', minutes: 60 };
	await expect(schedule.plan(dana, { ...wish, plan: { steps: [measure], keepChat: false } })).rejects.toThrow(
		'not offered in a peer support group'
	);
	const { id } = await schedule.plan(dana, { ...wish, plan: { steps: [step('Round')], keepChat: false } });
	const plan = { steps: [measure], keepChat: false };
	await expect(schedule.savePlan(dana, id, { title: 'x', plan })).rejects.toMatchObject({
		reason: 'not-allowed',
		field: 'steps.0.exercise'
	});
});
