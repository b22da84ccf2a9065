import { afterEach, beforeEach, expect, test } from 'vitest';
import {
	DANA,
	openPractice,
	outcomeOf,
	type PracticeHouse,
	TestBrowser,
	tokenIn
} from '../../tests/support/practice-house.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { auditOf } from '../store/audit-log.ts';
import { updatePerson } from '../store/people.ts';

const NEW = 'a river, a stone and a lamp';
let house: PracticeHouse;

beforeEach(async () => {
	house = await openPractice();
});
afterEach(() => house.close());

const linkFor = async (person: PersonId) =>
	tokenIn(await house.accounts.resetLinks.create(house.ground.config, person));
const reset = (token: string, password = NEW) => house.accounts.own.resetPassword(token, password);
const signIn = (password: string, browser = new TestBrowser()) =>
	house.accounts.waysIn.withPassword(browser, DANA.mail, password);

test('R18 a reset link sets a new password, and the old one signs nobody in', async () => {
	await reset(await linkFor(house.dana));
	expect((await signIn(NEW)).state).toBe('signed-in');
	expect(await outcomeOf(signIn(DANA.password))).toBe('not-allowed');
});

test('R18 a reset link works once, also when it is used twice at the same moment', async () => {
	const token = await linkFor(house.dana);
	const both = await Promise.all([NEW, `${NEW} again`].map((one) => outcomeOf(reset(token, one))));
	expect(both.sort()).toEqual(['done', 'not-found']);
	expect(await outcomeOf(reset(token))).toBe('not-found');
});

test('R18 who had no password can be given one, once', async () => {
	const token = await linkFor(house.ana);
	const both = await Promise.all([NEW, `${NEW} again`].map((one) => outcomeOf(reset(token, one))));
	expect(both.sort()).toEqual(['done', 'not-found']);
});

test('R18 a reset link is dead after 15 minutes', async () => {
	const token = await linkFor(house.dana);
	house.ground.clock.now += 15 * 60_000;
	expect(await outcomeOf(reset(token))).toBe('not-found');
});

test('R18 of two links the second is dead once the first was used', async () => {
	const [one, two] = [await linkFor(house.dana), await linkFor(house.dana)];
	await reset(one);
	expect(await outcomeOf(reset(two, `${NEW} again`))).toBe('not-found');
});

test('R18 a link that was written over for somebody else, or for longer, opens nothing', async () => {
	const [person, until, signature] = (await linkFor(house.ana)).split('.');
	for (const forged of [
		`${house.dana}.${until}.${signature}`,
		`${person}.${Number(until) + 60_000}.${signature}`,
		`${person}.${until}.`,
		`${person}.Infinity.${signature}`,
		`${'0'.repeat(22)}.${until}.${signature}`,
		''
	]) {
		expect(await outcomeOf(reset(forged))).toBe('not-found');
	}
});

test('R15 every link that does not open is answered in the same words', async () => {
	const used = await linkFor(house.dana);
	await reset(used);
	await house.ground.store.writer.commit([
		updatePerson(house.ground.store.db, house.ana, { disabled_at: house.ground.now() })
	]);
	const words = [used, await linkFor(house.ana), 'nonsense', `${'0'.repeat(22)}.9999999999999.x`].map(
		(token) => reset(token).catch((error: Error) => error.message)
	);
	expect(new Set(await Promise.all(words)).size).toBe(1);
});

test('R18 a reset signs out every browser and phone, and signs nobody in', async () => {
	const here = new TestBrowser();
	const way = await signIn(DANA.password, here);
	here.take(way);
	const { person } = (await house.accounts.signIns.authenticate(here.cookieHeader))!;
	const asked = { pin: '482915', label: 'Phone', cookieHeader: here.cookieHeader };
	const asker = (await house.accounts.signIns.authenticate(here.cookieHeader))!;
	here.take({ cookies: [await house.accounts.own.rememberPhone(asker, asked)] });
	await reset(await linkFor(house.dana));
	expect(await house.accounts.signIns.authenticate(here.cookieHeader)).toBeNull();
	expect(await house.accounts.devices.look(here.cookieHeader)).toBeNull();
	expect(await house.accounts.signIns.list(person)).toEqual([]);
});

test('R18 a reset never goes around the second factor', async () => {
	const { codes } = house.accounts;
	const { secret } = codes.propose('Dana');
	const { TOTP } = await import('otpauth');
	const code = new TOTP({ secret }).generate({ timestamp: house.ground.now() });
	await house.ground.store.writer.commit([codes.confirming(house.dana, secret, code)!]);
	await reset(await linkFor(house.dana));
	const way = await signIn(NEW);
	expect(way.state).toBe('second-factor');
	const browser = new TestBrowser();
	browser.take(way);
	expect(await house.accounts.signIns.authenticate(browser.cookieHeader)).toBeNull();
});

test('R11 a reset keeps to the rules of passwords, and a refused one does not spend the link', async () => {
	const token = await linkFor(house.dana);
	expect(await outcomeOf(reset(token, 'too short'))).toBe('invalid');
	expect(await outcomeOf(reset(token))).toBe('done');
});

test('R52 a reset is in the audit log, without the link', async () => {
	const token = await linkFor(house.dana);
	await reset(token);
	const rows = await auditOf(house.ground.store.db, house.dana);
	expect(rows[0]).toMatchObject({ action: 'password.reset', person: house.dana });
	expect(JSON.stringify(rows)).not.toContain(token.split('.')[2]);
});
