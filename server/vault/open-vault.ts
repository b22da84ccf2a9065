import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyStore } from '../store/key-store.ts';
import { DATABASE_FILE } from '../store/store.ts';
import { Vault } from './vault.ts';

/** The key-encryption key is missing or is not the one this data was sealed with. */
export class KeyMissing extends Error {
	override readonly name = 'KeyMissing';
}

const KEY_BYTES = 32;

/**
 * Opens the vault of a data directory. At the very first start the key-encryption key is made
 * (`keys/key-encryption-key`, mode 0600); once there is data, a missing or foreign key stops the start (R45).
 */
export function openVault(directory: string, fromEnvironment: Uint8Array | null): Vault {
	const keyDirectory = join(directory, 'keys');
	mkdirSync(keyDirectory, { recursive: true, mode: 0o700 });
	const hasData = existsSync(join(directory, DATABASE_FILE));
	const key = fromEnvironment ?? readKey(join(keyDirectory, 'key-encryption-key'), hasData);
	const vault = new Vault(openKeyStore(join(keyDirectory, 'data-keys.sqlite')), key);
	if (!vault.opensItsKeys()) {
		vault.close();
		throw new KeyMissing(`The key-encryption key is not the one that ${directory} was sealed with.`);
	}
	return vault;
}

function readKey(file: string, hasData: boolean): Uint8Array {
	if (existsSync(file)) {
		const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
		if (key.length !== KEY_BYTES) throw new KeyMissing(`${file} does not hold a key of 32 bytes in base64.`);
		return key;
	}
	if (hasData)
		throw new KeyMissing(`${file} is missing, and the data cannot be read without it. Restore it first.`);
	const key = randomBytes(KEY_BYTES);
	writeFileSync(file, key.toString('base64') + '\n', { mode: 0o600, flag: 'wx' });
	return key;
}
