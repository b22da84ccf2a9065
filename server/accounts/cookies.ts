import type { Config } from '../config.ts';

/** `sign-in` is who is signed in; `device` a phone's key (R04); `known` a browser somebody signed in with (R16); `step` a half-done sign-in. */
export type CookieName = 'sign-in' | 'device' | 'known' | 'step';

export interface Cookie {
	name: string;
	value: string;
	options: {
		path: '/';
		httpOnly: true;
		sameSite: 'lax';
		secure: boolean;
		maxAge: number;
	};
}

/** Over HTTPS the prefix makes browsers refuse the cookie from anybody but this very host (R02). */
export function cookieName(config: Pick<Config, 'secure'>, name: CookieName): string {
	const plain = name === 'sign-in' ? 'hearth' : `hearth-${name}`;
	return config.secure ? `__Host-${plain}` : plain;
}

/** A cookie as SvelteKit sets it; `maxAgeMs` 0 takes it away. */
export function cookie(
	config: Pick<Config, 'secure'>,
	name: CookieName,
	value: string,
	maxAgeMs: number
): Cookie {
	return {
		name: cookieName(config, name),
		value,
		options: {
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: config.secure,
			maxAge: Math.max(0, Math.floor(maxAgeMs / 1000))
		}
	};
}

/** One cookie's value in a Cookie header, or null. */
export function readCookie(header: string | null | undefined, name: string): string | null {
	for (const part of header?.split(';') ?? []) {
		const [key, ...value] = part.trim().split('=');
		if (key === name) return value.join('=');
	}
	return null;
}
