import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openGround, type TestGround } from '../../tests/support/ground.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { updatePerson } from '../store/people.ts';
import { LuciaSignIns } from './lucia-sign-ins.ts';
import { OwnSignIns } from './own-sign-ins.ts';
import { People } from './people.ts';
import type { EndedSignIn, SignIns } from './sign-ins.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let ground: TestGround;
let member: PersonId;
let staff: PersonId;

beforeEach(async () => {
	ground = await openGround();
	const people = new People(ground.store, ground.vault, ground.now);
	const ana = people.prepare({ name: 'Ana', staff: false });
	const dana = people.prepare({ name: 'Dana', staff: true });
	await ground.store.writer.commit([ana.statement, dana.statement]);
	member = ana.id;
	staff = dana.id;
});
afterEach(() => ground.close());

describe.each([
	['lucia', (): SignIns => new LuciaSignIns(ground)],
	['our own', (): SignIns => new OwnSignIns(ground)]
])('sign-ins kept by %s', (_, open) => {
	let signIns: SignIns;
	let ended: EndedSignIn[];

	beforeEach(() => {
		signIns = open();
		ended = [];
		signIns.onEnded((one) => ended.push(one));
	});

	const signIn = (person = member, isStaff = false) =>
		signIns.create({ person, staff: isStaff, label: 'Firefox on Linux', secondFactor: false });

	test('a token signs its person in and says who they are', async () => {
		const { token, signIn: id } = await signIn();
		expect(await signIns.validate(token)).toMatchObject({
			person: member,
			name: 'Ana',
			staff: false,
			signIn: id
		});
		expect(await signIns.validate(token.toLowerCase() + 'x')).toBeNull();
	});

	test('R01 no file of the data directory holds a token that works', async () => {
		const { token } = await signIn();
		expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
		const files = readdirSync(ground.config.dataDirectory, { recursive: true, withFileTypes: true });
		const contents = files
			.filter((file) => file.isFile())
			.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
		expect(contents.join('')).toContain(member);
		for (const content of contents) expect(content).not.toContain(token);
	});

	test.each([
		['member', 60, () => signIn(member)],
		['facilitator', 30, () => signIn(staff, true)]
	])(
		'R03 a %s is signed out after %i minutes without use, and use puts it off',
		async (_who, minutes, make) => {
			const { token, signIn: id } = await make();
			ground.clock.now += (minutes - 1) * MINUTE_MS;
			await signIns.touch(id);
			ground.clock.now += (minutes - 1) * MINUTE_MS;
			expect(await signIns.validate(token)).not.toBeNull();
			ground.clock.now += MINUTE_MS;
			expect(await signIns.validate(token)).toBeNull();
		}
	);

	test('R03 looking is not a use', async () => {
		const { token } = await signIn();
		for (let minute = 0; minute < 59; minute++) {
			ground.clock.now += MINUTE_MS;
			expect(await signIns.validate(token)).not.toBeNull();
		}
		ground.clock.now += MINUTE_MS;
		expect(await signIns.validate(token)).toBeNull();
	});

	test.each([
		['member', 24, () => signIn(member)],
		['facilitator', 12, () => signIn(staff, true)]
	])('R04 a %s is signed out after %i hours, however busy', async (_who, hours, make) => {
		const { token, signIn: id } = await make();
		for (let quarter = 0; quarter < hours * 4 - 1; quarter++) {
			ground.clock.now += 15 * MINUTE_MS;
			await signIns.touch(id);
		}
		expect(await signIns.validate(token)).not.toBeNull();
		ground.clock.now += 15 * MINUTE_MS;
		expect(await signIns.validate(token)).toBeNull();
	});

	test('R05 a new proof gives a new token, kills the old one and lengthens no life', async () => {
		const first = await signIn();
		ground.clock.now += 20 * MINUTE_MS;
		const second = await signIns.rotate(first.token, { secondFactor: true });
		expect(await signIns.validate(first.token)).toBeNull();
		expect(await signIns.validate(second!.token)).toMatchObject({
			provedAt: ground.now(),
			secondFactor: true,
			endsAt: first.endsAt
		});
		expect(ended).toEqual([{ person: member, signIn: first.signIn, became: second!.signIn }]);
		expect(await signIns.rotate(first.token, { secondFactor: false })).toBeNull();
	});

	test('R05 of two renewals at once only one succeeds', async () => {
		const { token } = await signIn();
		const both = await Promise.all([1, 2].map(() => signIns.rotate(token, { secondFactor: false })));
		expect(both.filter(Boolean)).toHaveLength(1);
	});

	test('R06 signing out ends the sign-in, and whoever holds its sockets is told', async () => {
		const { token, signIn: id } = await signIn();
		await signIns.revoke(id);
		expect(await signIns.validate(token)).toBeNull();
		expect(ended).toEqual([{ person: member, signIn: id, became: null }]);
	});

	test('R07 a disabled account is signed in nowhere', async () => {
		const { token } = await signIn();
		await ground.store.writer.commit([updatePerson(ground.store.db, member, { disabled_at: ground.now() })]);
		expect(await signIns.validate(token)).toBeNull();
		expect(await signIns.list(member)).toEqual([]);
	});

	test('R08 a person lists their own sign-ins and no others', async () => {
		const one = await signIn();
		const two = await signIn();
		await signIn(staff, true);
		const list = await signIns.list(member);
		expect(list.map((each) => each.signIn).sort()).toEqual([one.signIn, two.signIn].sort());
		expect(list[0]!.label).toBe('Firefox on Linux');
	});

	test('R09 ending the others keeps the one in hand', async () => {
		const here = await signIn();
		const there = await signIn();
		await signIns.revokePerson(member, here.signIn);
		expect(await signIns.validate(here.token)).not.toBeNull();
		expect(await signIns.validate(there.token)).toBeNull();
		await signIns.revokePerson(member);
		expect(await signIns.validate(here.token)).toBeNull();
		expect(ended).toHaveLength(2);
	});

	test('R06 what ran out by itself is told too, once', async () => {
		const one = await signIn();
		const two = await signIn();
		ground.clock.now += HOUR_MS;
		expect(await signIns.validate(one.token)).toBeNull();
		await signIns.sweep();
		await signIns.sweep();
		expect(ended.map((each) => each.signIn).sort()).toEqual([one.signIn, two.signIn].sort());
	});

	test('R52 the audit log knows of sign-ins and sign-outs, and stays whole', async () => {
		const { signIn: id } = await signIn();
		await signIns.revoke(id);
		const { auditOf } = await import('../store/audit-log.ts');
		const rows = await auditOf(ground.store.db, member);
		expect(rows.map((row) => row.action)).toEqual(['sign-out', 'sign-in']);
		expect(await ground.audit.firstBrokenRow()).toBeNull();
	});
});
