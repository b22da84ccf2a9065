import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GroupId } from '../../src/lib/domain/ids.ts';
import { ANSWERED_KEPT_MS, DECLINE_DRAFT, type JoinWishes } from '../../src/lib/domain/join-request.ts';
import {
	openPractice,
	outcomeOf,
	type PracticeHouse,
	TestBrowser,
	tokenIn
} from '../../tests/support/practice-house.ts';
import { CONSENT_VERSION } from '../../src/lib/domain/consent.ts';
import { auditRows } from '../store/audit-log.ts';
import { JoinRequests } from './join-requests.ts';
import { Openings } from './openings.ts';

let house: PracticeHouse;
let openings: Openings;
let requests: JoinRequests;
let group: GroupId;
const dana = () => ({ person: house.dana, staff: true });
const ana = () => ({ person: house.ana, staff: false });

const WISHES: JoinWishes = {
	...{ alias: 'Kim', hopes: 'I worry about everything.', preference: 'unsure', link: 'yes' },
	...{ privacy: 'sometimes', emergencyContact: { name: 'Lee', phone: '+49 40 1' }, reachBy: '' }
};
let household = 0;
/** Asks from a household of their own each time. */
const ask = (wishes = WISHES) => requests.ask(group, wishes, `198.51.100.${++household}`);
const ids = async () => (await requests.waiting(dana(), group)).map(({ id }) => id);

beforeEach(async () => {
	house = await openPractice();
	const { groups, ground, accounts } = house;
	openings = new Openings(ground, groups);
	requests = new JoinRequests(ground, { groups, openings, invitations: accounts.invitations });
	const wish = { name: 'Tuesday group', kind: 'therapy', focus: 'Worry', capacity: 4 } as const;
	({ id: group } = await groups.create(dana(), { ...wish, agreements: ['x'], alias: 'Dana' }));
	await groups.join(group, house.ana, 'member', 'Ana');
	await openings.setOpening(dana(), group, { words: 'For people who worry a lot.' });
});
afterEach(() => house.close());

test('S18 a group is shown to strangers only while its facilitator has opened it, and nothing of its members is', async () => {
	const [open] = await openings.openGroups();
	expect(open).toMatchObject({ words: 'For people who worry a lot.', placesLeft: 2 });
	expect(JSON.stringify(open)).not.toContain('Ana');
	expect(await outcomeOf(openings.setOpening(ana(), group, null))).toBe('not-allowed');
	await openings.setOpening(dana(), group, null);
	expect(await openings.openGroups()).toEqual([]);
	expect(await outcomeOf(ask())).toBe('conflict');
});

test('S18 who leads reads what was said, and nobody else does', async () => {
	await ask();
	expect(await requests.waiting(dana(), group)).toMatchObject([{ wishes: WISHES }]);
	expect(await outcomeOf(requests.waiting(ana(), group))).toBe('not-allowed');
	expect(await outcomeOf(requests.invite(ana(), group, (await ids())[0]!))).toBe('not-allowed');
	const rows = await auditRows(house.ground.store.db);
	expect(rows.map(({ action }) => action)).toContain('request.read');
	expect(JSON.stringify(rows)).not.toContain('worry');
});

test('S18 R28 the link of whoever asked becomes an invitation of theirs, good once', async () => {
	const token = tokenIn((await ask()).url);
	expect((await requests.look(token)).state).toEqual({ is: 'waiting' });
	expect(await outcomeOf(house.accounts.joining.look(token))).toBe('not-found');

	await requests.invite(dana(), group, (await ids())[0]!);
	expect((await requests.look(token)).state).toMatchObject({ is: 'invited' });
	const acceptance = { alias: 'Kim', consent: CONSENT_VERSION, pin: null, person: null };
	await house.accounts.joining.accept(new TestBrowser(), token, acceptance);
	expect((await house.groups.placements(group)).map(({ alias }) => alias)).toContain('Kim');
	expect((await requests.look(token)).state).toEqual({ is: 'joined' });
	expect(await outcomeOf(house.accounts.joining.look(token))).toBe('not-found');
});

test('S18 who is declined finds kind words and where else to turn, once', async () => {
	const token = tokenIn((await ask()).url);
	const [id] = await ids();
	await requests.decline(dana(), group, id!, DECLINE_DRAFT);
	expect((await requests.look(token)).state).toEqual({ is: 'declined', ...DECLINE_DRAFT });
	expect(await outcomeOf(requests.invite(dana(), group, id!))).toBe('conflict');
	expect(await outcomeOf(house.accounts.joining.look(token))).toBe('not-found');
});

test('who takes a request back leaves nothing of it, and no invitation that works', async () => {
	const token = tokenIn((await ask()).url);
	await requests.invite(dana(), group, (await ids())[0]!);
	await requests.withdraw(token);
	expect(await outcomeOf(requests.look(token))).toBe('not-found');
	expect(await outcomeOf(house.accounts.joining.look(token))).toBe('not-found');
	expect(await house.ground.store.db.selectFrom('join_request').selectAll().execute()).toEqual([]);
});

test('R21 a request of another group is as unknown as one that never was', async () => {
	const wish = {
		name: 'Other',
		kind: 'therapy',
		focus: '',
		capacity: 4,
		agreements: [],
		alias: 'D'
	} as const;
	const other = await house.groups.create(dana(), { ...wish, agreements: [] });
	await ask();
	expect(await outcomeOf(requests.invite(dana(), other.id, (await ids())[0]!))).toBe('not-found');
});

test('one household cannot bury a facilitator in requests, nor can many', async () => {
	for (let count = 0; count < 5; count++) await requests.ask(group, WISHES, '192.0.2.7');
	expect(await outcomeOf(requests.ask(group, WISHES, '192.0.2.7'))).toBe('too-many');
	for (let count = 5; count < 20; count++) await ask();
	expect(await outcomeOf(ask())).toBe('conflict');
	expect(await requests.countWaiting(group)).toBe(20);
});

test('R44 R50 what was said is sealed, and deleted thirty days after the answer', async () => {
	const token = tokenIn((await ask()).url);
	const [row] = await house.ground.store.db.selectFrom('join_request').selectAll().execute();
	expect(Buffer.from(row!.wishes_sealed).toString('latin1')).not.toContain('worry');
	expect(JSON.stringify(row)).not.toContain(token);
	await requests.decline(dana(), group, row!.id, DECLINE_DRAFT);
	await requests.purge();
	expect((await requests.look(token)).state.is).toBe('declined');
	house.ground.clock.now += ANSWERED_KEPT_MS + 1;
	await requests.purge();
	expect(await outcomeOf(requests.look(token))).toBe('not-found');
});
