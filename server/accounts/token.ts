import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits (R01, R04, R28), in 43 characters. Whoever has it may use it: it is never stored. */
export function newToken(): string {
	return randomBytes(TOKEN_BYTES).toString('base64url');
}

/** What is stored in a token's place. Tokens are random, so a plain SHA-256 cannot be reversed. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/** The token in something that came from outside, or null when it is none. */
export function parseToken(text: unknown): string | null {
	return typeof text === 'string' && TOKEN_PATTERN.test(text) ? text : null;
}
