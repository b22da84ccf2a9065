import { expect, test } from 'vitest';
import { hashSecret, isOutdated, verifySecret } from './argon2.ts';
import { checkPassword, checkPin } from './password-rules.ts';

const refused = (password: string, secondFactor = false) => {
	try {
		checkPassword(password, { secondFactor, about: ['Dana Whitfield', 'dana@harbour.example'] });
		return false;
	} catch {
		return true;
	}
};

test('R11 fifteen characters are enough, fourteen are not; with a second factor eight are', () => {
	expect(refused('tulip-rain-cup!')).toBe(false);
	expect(refused('tulip-rain-cup')).toBe(true);
	expect(refused('tulipcup', true)).toBe(false);
	expect(refused('tulipcu', true)).toBe(true);
});

test('R11 128 characters are taken and 129 are not', () => {
	const long = Array.from(
		{ length: 128 },
		(_, index) => 'abcdefghijkmnopqrstuvwxyz'[(index * index) % 25]
	).join('');
	expect(refused(long)).toBe(false);
	expect(refused(`${long}d`)).toBe(true);
});

test('R11 there is no rule about kinds of characters: spaces, accents, signs and emoji all do', () => {
	for (const password of [
		'un río y una lámpara',
		'夏の夜の長い夢を見ていた静かな人',
		'🐢🌧️🪴🐢🌧️🪴🐢🌧️🪴🐢🌧️🪴🐢🌧️🪴',
		'all small letters here'
	])
		expect(refused(password)).toBe(false);
});

test('R11 what is guessed first is refused, whatever its length', () => {
	for (const password of ['password123', 'Sunshine2019', 'qwerty123', 'iloveyou1']) {
		expect(refused(password, true), password).toBe(true);
	}
});

test('R11 one’s own name or address is no password', () => {
	expect(refused('dana-whitfield-1')).toBe(true);
	expect(refused('harbourharbour12')).toBe(true);
});

test('R11 the list of refused passwords holds more than ten thousand', async () => {
	const { blocklist } = await import('./blocklist.ts');
	expect(blocklist().size).toBeGreaterThan(10_000);
});

test.each(['123456', '111111', '654321', '12345', '1234567890123', 'abcdef'])(
	'R04 the PIN %s is refused',
	(pin) => expect(() => checkPin(pin)).toThrow()
);

test('R12 a password is kept as Argon2id of at least 19 MiB and two passes, each with a salt of its own', async () => {
	const [one, other] = await Promise.all([
		hashSecret('a river and a lamp'),
		hashSecret('a river and a lamp')
	]);
	const [, memory, passes] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one!) ?? [];
	expect(Number(memory)).toBeGreaterThanOrEqual(19 * 1024);
	expect(Number(passes)).toBeGreaterThanOrEqual(2);
	expect(one).not.toBe(other);
	expect(await verifySecret('a river and a lamp', one!)).toBe(true);
	expect(await verifySecret('a river and a lam', one!)).toBe(false);
});

test('R12 one that was kept with other parameters is known as such', async () => {
	const old = await hashSecret('a river', { memory: 19_456, passes: 2, parallelism: 1 });
	expect(await verifySecret('a river', old)).toBe(true);
	expect(isOutdated(old)).toBe(true);
	expect(isOutdated(await hashSecret('a river'))).toBe(false);
});
