import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryDirectory } from '../../tests/support/directory.ts';
import { DATABASE_FILE } from '../store/store.ts';
import { KeyMissing, openVault } from './open-vault.ts';
import { SealBroken } from './vault.ts';

test('R44 what is sealed opens only in its own place and under its own key', () => {
	using directory = temporaryDirectory();
	const vault = openVault(directory.path, null);
	const sealed = vault.sealText('group:a', 'document_update|d|0|1', 'I felt heard today');
	expect(Buffer.from(sealed).includes('heard')).toBe(false);
	expect(vault.openText('group:a', 'document_update|d|0|1', sealed)).toBe('I felt heard today');
	expect(() => vault.open('group:a', 'document_update|d|0|2', sealed)).toThrow(SealBroken);
	expect(() => vault.open('group:b', 'document_update|d|0|1', sealed)).toThrow(SealBroken);
	vault.close();
});

test('R44 a changed byte is found', () => {
	using directory = temporaryDirectory();
	const vault = openVault(directory.path, null);
	const sealed = vault.seal('practice', 'here', 'words');
	for (let index = 0; index < sealed.length; index += 1) {
		const changed = Uint8Array.from(sealed);
		changed[index]! ^= 1;
		expect(() => vault.open('practice', 'here', changed)).toThrow(SealBroken);
	}
	vault.close();
});

test('R45 the key is made at the first start, for its owner alone, and never again', () => {
	using directory = temporaryDirectory();
	openVault(directory.path, null).close();
	const file = join(directory.path, 'keys', 'key-encryption-key');
	expect(statSync(file).mode & 0o777).toBe(0o600);
	const before = readFileSync(file, 'utf8');
	openVault(directory.path, null).close();
	expect(readFileSync(file, 'utf8')).toBe(before);
});

test('R45 the start is refused when data exists and its key does not', () => {
	using directory = temporaryDirectory();
	writeFileSync(join(directory.path, DATABASE_FILE), '');
	expect(() => openVault(directory.path, null)).toThrow(KeyMissing);
	expect(existsSync(join(directory.path, 'keys', 'key-encryption-key'))).toBe(false);
});

test('R45 a foreign key is refused, and rotation re-wraps every key', () => {
	using directory = temporaryDirectory();
	const [old, next] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
	const vault = openVault(directory.path, old);
	const sealed = vault.sealText('person:p', 'note', 'mine');
	vault.rewrap(next);
	vault.close();
	expect(() => openVault(directory.path, old)).toThrow(KeyMissing);
	const reopened = openVault(directory.path, next);
	expect(reopened.openText('person:p', 'note', sealed)).toBe('mine');
	reopened.close();
});

test('R46 a destroyed key leaves nothing that opens', () => {
	using directory = temporaryDirectory();
	const vault = openVault(directory.path, null);
	const sealed = vault.sealText('group:g', 'here', 'gone');
	vault.destroy('group:g');
	expect(() => vault.open('group:g', 'here', sealed)).toThrow(SealBroken);
	vault.close();
});
