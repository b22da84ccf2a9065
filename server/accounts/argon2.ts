import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';

/** R12: at least 19 MiB and two passes; memory is in KiB. */
const PARAMETERS = { memory: 32_768, passes: 3, parallelism: 1 };
const TAG_BYTES = 32;
const SALT_BYTES = 16;
const PATTERN = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

type Parameters = typeof PARAMETERS;

/** Argon2id of a password or a PIN, in the usual `$argon2id$…` notation. */
export async function hashSecret(secret: string, parameters: Parameters = PARAMETERS): Promise<string> {
	const salt = randomBytes(SALT_BYTES);
	const tag = await derive(secret, salt, parameters);
	const { memory, passes, parallelism } = parameters;
	return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Whether `secret` is what `stored` was made of. It takes the same time either way. */
export async function verifySecret(secret: string, stored: string): Promise<boolean> {
	const [, memory, passes, parallelism, salt, tag] = PATTERN.exec(stored) ?? [];
	if (!salt || !tag) throw new Error('A stored password is not in the notation of Argon2id.');
	const parameters = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
	const derived = await derive(secret, Buffer.from(salt, 'base64'), parameters);
	const expected = Buffer.from(tag, 'base64');
	return derived.length === expected.length && timingSafeEqual(derived, expected);
}

/** Whether it was made with other parameters than today's, and should be made anew at the next sign-in. */
export function isOutdated(stored: string): boolean {
	const { memory, passes, parallelism } = PARAMETERS;
	return !stored.startsWith(`$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$`);
}

function derive(secret: string, nonce: Uint8Array, parameters: Parameters): Promise<Buffer> {
	// The same characters can be typed in several ways: one form is compared (NIST 800-63B).
	const message = Buffer.from(secret.normalize('NFKC'), 'utf8');
	return new Promise((resolve, reject) => {
		argon2('argon2id', { message, nonce, tagLength: TAG_BYTES, ...parameters }, (error, tag) =>
			error ? reject(error) : resolve(tag)
		);
	});
}

function unpadded(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('base64').replaceAll('=', '');
}
