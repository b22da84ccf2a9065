import { TOTP } from 'otpauth';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
	DANA,
	openPractice,
	outcomeOf,
	type PracticeHouse,
	TestBrowser,
	tokenIn
} from '../../tests/support/practice-house.ts';
import type { PersonId } from '../../src/lib/domain/ids.ts';
import { hashSecret } from './argon2.ts';
import { updateCredential } from '../store/credentials.ts';
import type { WayIn } from './ways-in.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PIN = '482915';

let house: PracticeHouse;
beforeEach(async () => {
	house = await openPractice();
});
afterEach(() => house.close());

const whoIs = (browser: TestBrowser) => house.accounts.signIns.authenticate(browser.cookieHeader);
const tryPassword = (browser: TestBrowser, password: string = DANA.password, mail: string = DANA.mail) =>
	house.accounts.waysIn.withPassword(browser, mail, password);
const taken = (browser: TestBrowser, way: WayIn) => {
	browser.take(way);
	return way;
};

/** Ana's own phone: signed in by her link, and remembered behind a PIN. */
async function anasPhone(): Promise<TestBrowser> {
	const browser = new TestBrowser();
	const { url } = await house.accounts.personalLink(house.ana);
	browser.take(await house.accounts.waysIn.withLink(browser, tokenIn(url)));
	const asker = (await whoIs(browser))!;
	const asked = { pin: PIN, label: 'Phone', cookieHeader: browser.cookieHeader };
	browser.take({ cookies: [await house.accounts.own.rememberPhone(asker, asked)] });
	return browser;
}

/** Gives a person codes from an app; what their app shows now. */
async function appOf(person: PersonId): Promise<() => string> {
	const { own, people } = house.accounts;
	const name = await people.nameOf(person);
	const { key, secret } = own.proposeCode({ person, name } as Parameters<typeof own.proposeCode>[0]);
	const app = () => new TOTP({ secret }).generate({ timestamp: house.ground.now() });
	recovery = await own.confirmCode(person, key, app());
	house.ground.clock.now += MINUTE_MS;
	return app;
}
let recovery: string[] = [];

describe('a phone of one’s own', () => {
	test('R04 coming back after eight days, the PIN signs in again, with a new key', async () => {
		const phone = await anasPhone();
		const before = new TestBrowser();
		before.take({ cookies: [cookieFor(phone, 'hearth-device')] });
		house.ground.clock.now += 8 * DAY_MS;
		expect(await whoIs(phone)).toBeNull();
		expect(await house.accounts.devices.look(phone.cookieHeader)).toMatchObject({
			person: house.ana,
			lock: 'pin'
		});
		phone.take(await house.accounts.waysIn.withPin(phone, PIN));
		expect(await whoIs(phone)).toMatchObject({ person: house.ana, staff: false });
		expect(await house.accounts.devices.look(before.cookieHeader)).toBeNull();
		expect(phone.cookie('hearth-device')).not.toBe(before.cookie('hearth-device'));
	});

	test('R04 each visit keeps it for 90 days more, and after 90 days without one it is forgotten', async () => {
		const phone = await anasPhone();
		house.ground.clock.now += 80 * DAY_MS;
		phone.take(await house.accounts.waysIn.withPin(phone, PIN));
		house.ground.clock.now += 80 * DAY_MS;
		phone.take(await house.accounts.waysIn.withPin(phone, PIN));
		house.ground.clock.now += 90 * DAY_MS;
		expect(await outcomeOf(house.accounts.waysIn.withPin(phone, PIN))).toBe('not-found');
	});

	test('R04 the key alone signs nobody in', async () => {
		const phone = await anasPhone();
		const thief = new TestBrowser();
		thief.take({ cookies: [cookieFor(phone, 'hearth-device')] });
		expect(await whoIs(thief)).toBeNull();
		expect(await outcomeOf(house.accounts.waysIn.withPin(thief, '000999'))).toBe('not-allowed');
	});

	test('R04 too many wrong PINs, however slowly, end the key for good', async () => {
		const phone = await anasPhone();
		for (let tries = 0; tries < 18; tries++) {
			house.ground.clock.now += 16 * MINUTE_MS;
			await outcomeOf(house.accounts.waysIn.withPin(phone, '000999'));
		}
		expect(await outcomeOf(house.accounts.waysIn.withPin(phone, PIN))).toBe('not-found');
	});

	test('R04 its person takes it away, and it is dead', async () => {
		const phone = await anasPhone();
		const device = (await house.accounts.devices.look(phone.cookieHeader))!;
		await house.accounts.own.removeWay(house.ana, device.id);
		expect(await house.accounts.devices.look(phone.cookieHeader)).toBeNull();
	});

	test('R01 no file holds the key, the PIN or the sign-in’s token', async () => {
		const phone = await anasPhone();
		const { dataDirectory } = house.ground.config;
		const files = readdirSync(dataDirectory, { recursive: true, withFileTypes: true }).filter((file) =>
			file.isFile()
		);
		const all = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('');
		expect(all).toContain(house.ana);
		for (const name of ['hearth', 'hearth-device']) expect(all).not.toContain(phone.cookie(name)!);
	});
});

describe('a second factor', () => {
	test('R13 who has codes gives one at every sign-in; the password alone signs nobody in', async () => {
		const app = await appOf(house.dana);
		const browser = new TestBrowser();
		expect(taken(browser, await tryPassword(browser))).toMatchObject({
			state: 'second-factor',
			ways: ['code']
		});
		expect(await whoIs(browser)).toBeNull();
		browser.take(await house.accounts.waysIn.withCode(browser, app()));
		expect(await whoIs(browser)).toMatchObject({
			person: house.dana,
			secondFactor: true,
			secondFactorDue: null
		});
	});

	test('R13 staff without one are asked for it, and told until when', async () => {
		const browser = new TestBrowser();
		browser.take(await tryPassword(browser));
		const { secondFactorDue } = (await whoIs(browser))!;
		expect(secondFactorDue).toBe(house.ground.now() + 7 * DAY_MS);
		expect(await house.accounts.secondFactorDue(house.ana)).toBeNull();
	});

	test('R13 a link that somebody else made does not lead around it', async () => {
		await appOf(house.dana);
		const browser = new TestBrowser();
		const { url } = await house.accounts.personalLink(house.dana);
		const way = taken(browser, await house.accounts.waysIn.withLink(browser, tokenIn(url)));
		expect(way.state).toBe('second-factor');
		expect(await whoIs(browser)).toBeNull();
	});

	test('R14 a code works once, also in two browsers at the same moment', async () => {
		const app = await appOf(house.dana);
		const browsers = [new TestBrowser(), new TestBrowser()];
		for (const browser of browsers) browser.take(await tryPassword(browser));
		const both = browsers.map((browser) => outcomeOf(house.accounts.waysIn.withCode(browser, app())));
		expect((await Promise.all(both)).sort()).toEqual(['done', 'not-allowed']);
	});

	test('R14 a recovery code works once, and none is kept in letters that can be read', async () => {
		await appOf(house.dana);
		expect(recovery).toHaveLength(10);
		const [browser, later] = [new TestBrowser(), new TestBrowser()];
		browser.take(await tryPassword(browser));
		browser.take(await house.accounts.waysIn.withCode(browser, recovery[0]!));
		expect(await whoIs(browser)).not.toBeNull();
		later.take(await tryPassword(later));
		expect(await outcomeOf(house.accounts.waysIn.withCode(later, recovery[0]!))).toBe('not-allowed');
		const { dataDirectory } = house.ground.config;
		const database = readFileSync(join(dataDirectory, 'hearth.sqlite-wal'), 'latin1');
		for (const code of recovery) expect(database).not.toContain(code.replaceAll('-', ''));
	});

	test('R14 a code of a quarter of an hour ago does not work', async () => {
		const app = await appOf(house.dana);
		const browser = new TestBrowser();
		browser.take(await tryPassword(browser));
		const old = app();
		house.ground.clock.now += 5 * MINUTE_MS;
		expect(await outcomeOf(house.accounts.waysIn.withCode(browser, old))).toBe('not-allowed');
	});

	test('R13 staff do not take away their only way in', async () => {
		const [password] = await house.accounts.credentials.list(house.dana);
		expect(await outcomeOf(house.accounts.own.removeWay(house.dana, password!.id))).toBe('conflict');
	});
});

describe('R05 a new token', () => {
	test('R05 at sign-in: the browser’s old one is dead', async () => {
		const browser = new TestBrowser();
		browser.take(await tryPassword(browser));
		const old = browser.cookieHeader;
		browser.take(await tryPassword(browser));
		expect(await house.accounts.signIns.authenticate(old)).toBeNull();
		expect(await whoIs(browser)).not.toBeNull();
	});

	test('R05 R10 at a proof anew, which counts from now', async () => {
		const browser = new TestBrowser();
		browser.take(await tryPassword(browser));
		const old = browser.cookieHeader;
		house.ground.clock.now += 10 * MINUTE_MS;
		const asker = (await whoIs(browser))!;
		expect(house.ground.now() - asker.provedAt).toBe(10 * MINUTE_MS);
		const proof = { kind: 'password', secret: DANA.password } as const;
		browser.take({ cookies: [await house.accounts.stepUp.prove(browser, asker, proof)] });
		expect((await whoIs(browser))!.provedAt).toBe(house.ground.now());
		expect(await house.accounts.signIns.authenticate(old)).toBeNull();
	});

	test('R10 a wrong proof proves nothing', async () => {
		const browser = new TestBrowser();
		browser.take(await tryPassword(browser));
		const asker = (await whoIs(browser))!;
		house.ground.clock.now += 10 * MINUTE_MS;
		const wrong = { kind: 'password', secret: 'something else, quite long' } as const;
		expect(await outcomeOf(house.accounts.stepUp.prove(browser, asker, wrong))).toBe('not-allowed');
		expect((await whoIs(browser))!.provedAt).toBe(asker.provedAt);
	});
});

describe('guessing', () => {
	test('R15 no account and a wrong password are answered in the same words', async () => {
		const words = (attempt: Promise<unknown>) => attempt.catch((error: Error) => error.message);
		const known = await words(tryPassword(new TestBrowser(), 'not the right one at all'));
		const unknown = await words(
			tryPassword(new TestBrowser('192.0.2.9'), 'not the right one at all', 'nobody@example.org')
		);
		expect(unknown).toBe(known);
	});

	test('R15 no account takes as long to answer as a wrong password', async () => {
		const time = async (mail: string, n: number) => {
			const begun = performance.now();
			await outcomeOf(tryPassword(new TestBrowser(`198.51.100.${n}`), 'not the right one at all', mail));
			return performance.now() - begun;
		};
		await time(DANA.mail, 1);
		const [known, unknown]: number[][] = [[], []];
		for (let n = 2; n < 8; n++) {
			house.ground.clock.now += 16 * MINUTE_MS;
			known!.push(await time(DANA.mail, n));
			unknown!.push(await time('nobody@example.org', n + 20));
		}
		const median = (times: number[]) => times.sort((a, b) => a - b)[3]!;
		// Without the decoy it would be some hundred times faster.
		expect(median(unknown!)).toBeGreaterThan(median(known!) / 3);
	});

	test('R16 after ten failures in a quarter of an hour no more tries are let through, not even the right one', async () => {
		for (let n = 0; n < 10; n++) {
			house.ground.clock.now += 65_000;
			await outcomeOf(tryPassword(new TestBrowser(`198.51.100.${n}`), 'not the right one at all'));
		}
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.99')))).toBe('too-many');
		house.ground.clock.now += 15 * MINUTE_MS;
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.99')))).toBe('done');
	});

	test('R16 from the fourth on, each waits longer than the one before', async () => {
		for (let n = 0; n < 5; n++)
			await outcomeOf(tryPassword(new TestBrowser(`198.51.100.${n}`), 'wrong, and long enough'));
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.50'), 'wrong, and long enough'))).toBe(
			'too-many'
		);
		house.ground.clock.now += 2_000;
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.51'), 'wrong, and long enough'))).toBe(
			'not-allowed'
		);
		house.ground.clock.now += 1_000;
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.52')))).toBe('too-many');
	});

	test('R16 no stranger locks a person out of a browser they have signed in with before', async () => {
		const own = new TestBrowser('203.0.113.5');
		own.take(await tryPassword(own));
		for (let n = 0; n < 12; n++) {
			house.ground.clock.now += 65_000;
			await outcomeOf(tryPassword(new TestBrowser(`198.51.100.${n}`), 'not the right one at all'));
		}
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.77')))).toBe('too-many');
		expect(await outcomeOf(tryPassword(own))).toBe('done');
	});

	test('R16 thirty failures of one address, over any number of accounts, are enough', async () => {
		for (let n = 0; n < 30; n++)
			await outcomeOf(tryPassword(new TestBrowser(), 'not the right one at all', `somebody${n}@example.org`));
		expect(await outcomeOf(tryPassword(new TestBrowser()))).toBe('too-many');
		expect(await outcomeOf(tryPassword(new TestBrowser('198.51.100.1')))).toBe('done');
	});

	test('R16 a hundred tries at once get no further than a hundred in a row', async () => {
		const all = Array.from({ length: 40 }, (_, n) =>
			outcomeOf(tryPassword(new TestBrowser(`198.51.100.${n}`), 'not the right one at all'))
		);
		const outcomes = await Promise.all(all);
		expect(outcomes.filter((outcome) => outcome === 'not-allowed').length).toBeLessThanOrEqual(10);
	});

	test('R62 what is counted is kept without an address or a mail address that could be read', async () => {
		await outcomeOf(tryPassword(new TestBrowser('198.51.100.123'), 'not the right one at all'));
		const { dataDirectory } = house.ground.config;
		const all = readdirSync(dataDirectory, { withFileTypes: true })
			.filter((file) => file.isFile())
			.map((file) => readFileSync(join(dataDirectory, file.name), 'latin1'))
			.join('');
		expect(all).not.toContain('198.51.100.123');
		expect(all).not.toContain(DANA.mail);
	});
});

test('R12 a password kept with older parameters is kept anew when it is next typed', async () => {
	const { credentials, passwords } = house.accounts;
	const [row] = await credentials.rows(house.dana, 'password');
	const hash = await hashSecret(DANA.password, { memory: 19_456, passes: 2, parallelism: 1 });
	const { store } = house.ground;
	await store.writer.commit([
		updateCredential(store.db, row!.id, { data_sealed: credentials.seal(row!, { hash }) })
	]);
	expect((await tryPassword(new TestBrowser())).state).toBe('signed-in');
	expect((await passwords.mark(house.dana)).hash).toMatch(/^\$argon2id\$v=19\$m=32768,t=3/);
});

test('R07 a closed account signs in no way, and says no more than a wrong password does', async () => {
	const phone = await anasPhone();
	const { updatePerson } = await import('../store/people.ts');
	const { store } = house.ground;
	await store.writer.commit(
		[house.dana, house.ana].map((one) => updatePerson(store.db, one, { disabled_at: 1 }))
	);
	expect(await outcomeOf(tryPassword(new TestBrowser()))).toBe('not-allowed');
	expect(await outcomeOf(house.accounts.waysIn.withPin(phone, PIN))).toBe('not-allowed');
});

function cookieFor(browser: TestBrowser, name: string) {
	return { name, value: browser.cookie(name)!, options: { maxAge: 1 } };
}
