import { expect, test } from 'vitest';
import { cookie, cookieName } from './cookies.ts';

test('R02 over HTTPS the cookie is the host’s own, secure, out of reach of scripts, and goes to no other site', () => {
	const { name, options } = cookie({ secure: true }, 'sign-in', 'token', 3_600_000);
	expect(name).toBe('__Host-hearth');
	// A `__Host-` cookie with a Domain is refused by browsers.
	expect(options).toEqual({ path: '/', httpOnly: true, sameSite: 'lax', secure: true, maxAge: 3600 });
});

test('R02 every cookie of ours has the prefix', () => {
	for (const name of ['sign-in', 'device', 'known', 'step'] as const) {
		expect(cookieName({ secure: true }, name)).toMatch(/^__Host-hearth/);
		expect(cookieName({ secure: false }, name)).not.toContain('__Host-');
	}
});
