import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	openPractice,
	outcomeOf,
	type PracticeHouse,
	TestBrowser,
	tokenIn,
	DANA,
	LICENCE,
	PRACTICE
} from '../../tests/support/practice-house.ts';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import type { Group, GroupKind, Place } from '../../src/lib/domain/group.ts';
import { newId } from '../../src/lib/domain/ids.ts';
import { auditRows } from '../store/audit-log.ts';

const DAY_MS = 24 * 3_600_000;
let house: PracticeHouse;
let group: Group;
beforeEach(async () => {
	house = await openPractice();
	group = await makeGroup('therapy');
});
afterEach(() => house.close());

function makeGroup(kind: GroupKind): Promise<Group> {
	const words = { name: `A ${kind} group`, focus: 'Worry', agreements: [], alias: 'Dana' };
	return house.groups.create({ person: house.dana, staff: true }, { ...words, kind, capacity: 6 });
}

async function invitation(place: Place = 'member', of = group): Promise<string> {
	const made = await house.accounts.invitations.create({ group: of.id, place, by: house.dana });
	return tokenIn(made.url);
}

const accepting = { alias: 'Ana', consent: CONSENT_VERSION, pin: null, person: null };
const accept = (
	token: unknown,
	change: Partial<typeof accepting> | object = {},
	browser = new TestBrowser()
) => house.accounts.joining.accept(browser, token, { ...accepting, ...change });
const members = async () => (await house.groups.placements(group.id)).map(({ alias }) => alias);

describe('R28 an invitation', () => {
	test('R28 makes an account with an alias alone, and signs its person in', async () => {
		const browser = new TestBrowser();
		browser.take(await accept(await invitation(), {}, browser));
		const who = (await house.accounts.signIns.authenticate(browser.cookieHeader))!;
		expect(who).toMatchObject({ name: 'Ana', staff: false });
		expect(await house.groups.placeOf(group.id, who.person)).toMatchObject({ place: 'member', alias: 'Ana' });
		expect(await house.accounts.people.mailOf(who.person)).toBeNull();
	});

	test('R28 works once, also when it is used twice at the same moment', async () => {
		const token = await invitation();
		const both = await Promise.all(['Ana', 'Ben'].map((alias) => outcomeOf(accept(token, { alias }))));
		expect(both.sort()).toEqual(['done', 'not-found']);
		expect(await members()).toHaveLength(2);
	});

	test('R28 is dead after seven days, and when it was taken back', async () => {
		const [old, revoked] = [await invitation(), await invitation()];
		const list = await house.accounts.invitations.listOf(group.id);
		house.ground.clock.now += 7 * DAY_MS - 1;
		await house.accounts.joining.look(old);
		for (const { id } of list) await house.accounts.invitations.revoke(id, house.dana).catch(() => undefined);
		expect(await outcomeOf(accept(revoked))).toBe('not-found');
		const late = await invitation();
		house.ground.clock.now += 7 * DAY_MS;
		expect(await outcomeOf(accept(late))).toBe('not-found');
	});

	test('R28 carries 256 bits after the #, and no file holds them', async () => {
		const { url } = await house.accounts.invitations.create({
			group: group.id,
			place: 'member',
			by: house.dana
		});
		expect(new URL(url).pathname + new URL(url).search).toBe('/join');
		expect(tokenIn(url)).toMatch(/^[\w-]{43}$/);
		const { dataDirectory } = house.ground.config;
		expect(readFileSync(join(dataDirectory, 'hearth.sqlite-wal'), 'latin1')).not.toContain(tokenIn(url));
	});

	test('R28 never makes a facilitator, even one that was written so', async () => {
		const browser = new TestBrowser();
		browser.take(await accept(await invitation('facilitator'), {}, browser));
		const who = (await house.accounts.signIns.authenticate(browser.cookieHeader))!;
		expect((await house.groups.placeOf(group.id, who.person))!.place).toBe('member');
	});

	test('R28 is good for its group alone, and a sign-in link for none', async () => {
		const { url } = await house.accounts.personalLink(house.ana);
		expect(await outcomeOf(accept(tokenIn(url)))).toBe('not-found');
	});

	test('R24 when joining fails nothing is spent and nobody is made', async () => {
		const token = await invitation();
		expect(await outcomeOf(accept(token, { pin: '123456' }))).toBe('invalid');
		expect(await outcomeOf(accept(token, { consent: 'an older version' }))).toBe('conflict');
		expect(await members()).toEqual(['Dana']);
		expect(await outcomeOf(accept(token))).toBe('done');
	});
});

describe('who helps to lead', () => {
	test('R13 a co-facilitator of a therapy group is staff: a second factor is due, and sign-ins are shorter', async () => {
		const browser = new TestBrowser();
		browser.take(await accept(await invitation('co-facilitator'), { alias: 'Sam' }, browser));
		const who = (await house.accounts.signIns.authenticate(browser.cookieHeader))!;
		expect(who.staff).toBe(true);
		expect(who.secondFactorDue).toBe(house.ground.now() + 7 * DAY_MS);
		expect(who.endsAt).toBe(house.ground.now() + DAY_MS / 2);
	});

	test('R05 a member who becomes one gets a new token; the old one is dead', async () => {
		const browser = new TestBrowser();
		const peers = await makeGroup('peer');
		browser.take(await accept(await invitation('member', peers), {}, browser));
		const before = browser.cookieHeader;
		const { person } = (await house.accounts.signIns.authenticate(before))!;
		browser.take(await accept(await invitation('co-facilitator'), { person, alias: 'Sam' }, browser));
		expect(await house.accounts.signIns.authenticate(before)).toBeNull();
		expect(await house.accounts.signIns.authenticate(browser.cookieHeader)).toMatchObject({
			person,
			staff: true
		});
	});

	test('in a peer group a co-host stays one of its own', async () => {
		const browser = new TestBrowser();
		const peers = await makeGroup('peer');
		browser.take(await accept(await invitation('co-facilitator', peers), {}, browser));
		expect((await house.accounts.signIns.authenticate(browser.cookieHeader))!.staff).toBe(false);
	});
});

describe('R17 there is no default account', () => {
	test('R17 the set-up link is good once, and only the newest', async () => {
		const { openGround } = await import('../../tests/support/ground.ts');
		const { Accounts } = await import('./accounts.ts');
		const ground = await openGround();
		const accounts = new Accounts(ground, house.groups);
		const [first, newest] = [tokenIn((await accounts.setUpLink())!), tokenIn((await accounts.setUpLink())!)];
		const facilitator = { ...DANA, licence: LICENCE, practice: PRACTICE };
		expect(await outcomeOf(accounts.waysIn.withPassword(new TestBrowser(), DANA.mail, DANA.password))).toBe(
			'not-allowed'
		);
		for (const token of [first, '', 'x'.repeat(43)])
			expect(await outcomeOf(accounts.setUp.finish(token, facilitator))).toBe('not-allowed');
		const both = [newest, newest].map((token) => outcomeOf(accounts.setUp.finish(token, facilitator)));
		expect((await Promise.all(both)).sort()).toEqual(['conflict', 'done']);
		expect(await accounts.setUpLink()).toBeNull();
		accounts.close();
		await ground.close();
	});

	test('S01 set-up asks for the crisis lines, and they are the practice’s own', async () => {
		expect(await house.accounts.practice()).toEqual(PRACTICE);
	});
});

describe('S16 consent', () => {
	test('S16 R49 joining keeps who agreed to which version of the words, and when', async () => {
		const browser = new TestBrowser();
		browser.take(await accept(await invitation(), {}, browser));
		const { person } = (await house.accounts.signIns.authenticate(browser.cookieHeader))!;
		expect(await house.accounts.consent.historyOf(person, group.id)).toEqual([
			{ version: CONSENT_VERSION, givenAt: house.ground.now() }
		]);
		expect(await house.accounts.consent.isCurrent(person, group.id)).toBe(true);
		expect(await auditRows(house.ground.store.db)).toContainEqual(
			expect.objectContaining({
				person,
				action: 'consent',
				object: `group:${group.id}`,
				detail: CONSENT_VERSION
			})
		);
	});

	test('S16 who agreed to words that have changed since is asked again', async () => {
		const { insertConsent } = await import('../store/consents.ts');
		const { store, now } = house.ground;
		const given = {
			person: house.ana,
			group_id: group.id,
			session: null,
			version: '2020-01',
			given_at: now()
		};
		await store.writer.commit([insertConsent(store.db, given)]);
		expect(await house.accounts.consent.isCurrent(house.ana, group.id)).toBe(false);
	});

	test('S16 it is confirmed anew for each session, and for that one alone', async () => {
		const [session, next] = [newId<'session'>(), newId<'session'>()];
		const { consent } = house.accounts;
		await house.ground.store.writer.commit([
			consent.confirming({ person: house.ana, group: group.id, session, version: CONSENT_VERSION })
		]);
		expect(await consent.isConfirmed(house.ana, group.id, session)).toBe(true);
		expect(await consent.isConfirmed(house.ana, group.id, next)).toBe(false);
	});

	test('S16 nobody joins without agreeing', async () => {
		expect(await outcomeOf(accept(await invitation(), { consent: '' }))).toBe('conflict');
		expect(await members()).toEqual(['Dana']);
	});
});
