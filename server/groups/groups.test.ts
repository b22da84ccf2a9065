import { afterEach, beforeEach, expect, test } from 'vitest';
import { newId, type GroupId, type PersonId } from '../../src/lib/domain/ids.ts';
import type { Licence } from '../../src/lib/domain/practice.ts';
import { People } from '../accounts/people.ts';
import { auditRows } from '../store/audit-log.ts';
import { groupById } from '../store/groups.ts';
import { openGround, type TestGround } from '../../tests/support/ground.ts';
import { Groups } from './groups.ts';

let ground: TestGround;
let groups: Groups;
const dana = { person: newId<'person'>(), staff: true };
const someone = () => ({ person: newId<'person'>(), staff: false });

beforeEach(async () => {
	ground = await openGround();
	groups = new Groups(ground);
});
afterEach(() => ground.close());

function makeGroup(capacity = 4) {
	const agreements = ['What is said here stays here'];
	const wish = {
		name: 'Tuesday group',
		kind: 'peer' as const,
		focus: 'Worry',
		capacity,
		agreements,
		alias: 'Dana'
	};
	return groups.create(dana, wish);
}

const join = (group: GroupId, alias: string, person: PersonId = newId()) =>
	groups.join(group, person, 'member', alias);
const reason = (promise: Promise<unknown>) =>
	promise.then(
		() => 'done',
		(error: { reason?: string }) => error.reason
	);

test('a facilitator makes a group and finds it among their own, with its name as written', async () => {
	const group = await makeGroup();
	expect(await groups.mine(dana.person)).toEqual([
		{
			group,
			placement: { group: group.id, person: dana.person, place: 'facilitator', alias: 'Dana', seat: 0 }
		}
	]);
	expect(group).toMatchObject({
		name: 'Tuesday group',
		focus: 'Worry',
		agreements: ['What is said here stays here']
	});
});

test('R20 only staff make groups', async () => {
	const wish = { name: 'x', kind: 'peer' as const, focus: '', capacity: 4, agreements: [], alias: 'x' };
	expect(await reason(groups.create(someone(), wish))).toBe('not-allowed');
});

test('R44 the group’s name is not in the row in plain letters', async () => {
	const { id } = await makeGroup();
	const row = await groupById(ground.store.db, id);
	expect(Buffer.from(row!.name_sealed).includes('Tuesday')).toBe(false);
});

test('chairs are stable: members take the lowest free one and keep it when others leave', async () => {
	const { id } = await makeGroup(5);
	const [ana, ben] = [await join(id, 'Ana'), await join(id, 'Ben')];
	expect([ana.seat, ben.seat]).toEqual([1, 2]);
	await groups.leave({ person: ana.person, staff: false }, id);
	expect((await groups.placeOf(id, ben.person))?.seat).toBe(2);
	expect((await join(id, 'Chris')).seat).toBe(1);
});

test('someone who comes back gets their old chair when it is free, else the lowest', async () => {
	const { id } = await makeGroup(5);
	await join(id, 'Ana');
	const ben = await join(id, 'Ben');
	await groups.removePerson(dana, id, ben.person);
	expect(await groups.placeOf(id, ben.person)).toBeNull();
	expect((await join(id, 'Ben', ben.person)).seat).toBe(2);
});

test('R24 of eight people who join a group with three places at once, three get in, each on a chair of their own', async () => {
	const { id } = await makeGroup(4);
	const all = await Promise.allSettled(
		['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((alias) => join(id, alias))
	);
	expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(3);
	expect((await groups.placements(id)).map((one) => one.seat)).toEqual([0, 1, 2, 3]);
});

test('R24 a group cannot be made smaller than it is', async () => {
	const { id } = await makeGroup(4);
	await join(id, 'Ana');
	await join(id, 'Ben');
	expect(await reason(groups.update(dana, id, { name: 'Two', focus: '', agreements: [], capacity: 2 }))).toBe(
		'conflict'
	);
	expect((await groups.get(id))?.name).toBe('Tuesday group');
	await groups.update(dana, id, { name: 'Three', focus: '', agreements: ['We listen'], capacity: 3 });
	expect(await groups.get(id)).toMatchObject({ name: 'Three', agreements: ['We listen'], capacity: 3 });
});

test('nobody joins twice, and no two people have one name', async () => {
	const { id } = await makeGroup();
	const ana = await join(id, 'Ana');
	expect(await reason(join(id, 'Anna', ana.person))).toBe('conflict');
	expect(await reason(join(id, ' ana'))).toBe('conflict');
});

test('R24 what belongs to joining is undone with it: a full group spends no invitation', async () => {
	const { id } = await makeGroup(2);
	await join(id, 'Ana');
	const statements = [{ sql: "INSERT INTO setting VALUES ('spent', x'00')", parameters: [] }];
	const ben = { group: id, person: newId<'person'>(), place: 'member' as const, alias: 'Ben' };
	expect(await reason(groups.joinWith(ben, { statements }))).toBe('conflict');
	expect(await ground.store.db.selectFrom('setting').selectAll().execute()).toEqual([]);
});

test('R21 a group one has no place in answers exactly as one that never was', async () => {
	const { id } = await makeGroup();
	const answers = [id, newId<'group'>()].map((group) =>
		groups.allow(someone(), 'group.view', group).catch((error: unknown) => error)
	);
	const [foreign, unknown] = (await Promise.all(answers)) as [Error, Error];
	expect({ ...foreign, message: foreign.message }).toEqual({ ...unknown, message: unknown.message });
	expect(foreign).toMatchObject({ name: 'Refusal', reason: 'not-found' });
});

test('R19 members may look and leave; only facilitators change the group and who is in it', async () => {
	const { id } = await makeGroup();
	const ana = { person: (await join(id, 'Ana')).person, staff: false };
	const ben = await join(id, 'Ben');
	expect(await groups.allow(ana, 'group.view', id)).toMatchObject({ id });
	expect(await reason(groups.setAgreements(ana, id, ['mine']))).toBe('not-allowed');
	expect(await reason(groups.removePerson(ana, id, ben.person))).toBe('not-allowed');
	expect(await reason(groups.leave(ana, id))).toBe('done');
	expect(await reason(groups.allow(ana, 'group.view', id))).toBe('not-found');
});

test('the facilitator can neither leave nor be removed', async () => {
	const { id } = await makeGroup();
	const carla = await groups.join(id, newId(), 'co-facilitator', 'Carla');
	expect(await reason(groups.leave(dana, id))).toBe('conflict');
	expect(await reason(groups.removePerson({ person: carla.person, staff: true }, id, dana.person))).toBe(
		'conflict'
	);
});

test('those who wait for it hear at once that someone has lost their place', async () => {
	const { id } = await makeGroup();
	const ana = await join(id, 'Ana');
	const gone: unknown[] = [];
	groups.onGone((group, person) => gone.push([group, person]));
	await groups.removePerson(dana, id, ana.person);
	expect(gone).toEqual([[id, ana.person]]);
});

test('S19 agreements are kept line by line as the group wrote them', async () => {
	const { id } = await makeGroup();
	await groups.setAgreements(dana, id, ['We listen', 'We may pass']);
	expect((await groups.get(id))?.agreements).toEqual(['We listen', 'We may pass']);
});

test('R52 changes of a group are in the audit log, without names', async () => {
	const { id } = await makeGroup();
	const ana = await join(id, 'Ana');
	await groups.setAgreements(dana, id, ['We listen']);
	await groups.removePerson(dana, id, ana.person);
	const rows = await auditRows(ground.store.db);
	expect(rows.map((row) => row.action)).toEqual([
		'group.create',
		'group.join',
		'group.agreements',
		'group.remove-person'
	]);
	expect(JSON.stringify(rows)).not.toMatch(/Ana|Tuesday|listen/);
});

const LICENCE: Licence = {
	...{ profession: 'Clinical psychologist', number: 'PSY 1234', jurisdiction: 'Madrid', country: 'ES' },
	expires: '2027-05-01'
};

async function makeTherapist(licence: Licence | null) {
	const people = new People(ground.store, ground.vault, ground.now);
	const { id, statement } = people.prepare({ name: 'Dana Roth', staff: true, licence });
	await ground.store.writer.commit([statement]);
	return { person: id, staff: true };
}

const therapy = {
	name: 'Worry',
	kind: 'therapy' as const,
	focus: '',
	capacity: 8,
	agreements: [],
	alias: 'Dana'
};

test('S14 a therapy group needs a licence that has not run out', async () => {
	expect(await reason(groups.create(await makeTherapist(null), therapy))).toBe('conflict');
	const expired = await makeTherapist({ ...LICENCE, expires: '2026-10-31' });
	expect(await reason(groups.create(expired, therapy))).toBe('conflict');
	expect(await reason(groups.create(await makeTherapist(LICENCE), therapy))).toBe('done');
});

test('S14 members see name and licence of who leads a therapy group; a peer group shows neither', async () => {
	const group = await groups.create(await makeTherapist(LICENCE), therapy);
	expect(await groups.leadersOf(group)).toEqual([{ alias: 'Dana', name: 'Dana Roth', licence: LICENCE }]);
	expect(await groups.leadersOf(await makeGroup())).toEqual([{ alias: 'Dana', name: null, licence: null }]);
});

test('S21 the facilitator’s words for afterwards are the group’s, and other changes leave them', async () => {
	const { id, aftercare } = await makeGroup();
	expect(aftercare).toEqual({ words: '', reach: '' });
	const change = { name: 'Three', focus: '', agreements: [], capacity: 3 };
	const words = { words: 'Be gentle tonight.', reach: 'Dana, weekdays.' };
	await groups.update(dana, id, { ...change, aftercare: words });
	await groups.update(dana, id, { ...change, name: 'Four' });
	expect(await groups.get(id)).toMatchObject({ name: 'Four', aftercare: words });
});
