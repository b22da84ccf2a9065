import type { GroupId } from '../../src/lib/domain/ids.ts';
import type { PictureTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** A picture's bytes, sealed under its group's key (R44). */
export function sealPicture(
	vault: Vault,
	group: GroupId,
	{ id, bytes }: { id: string; bytes: Uint8Array }
): Uint8Array {
	return vault.seal(`group:${group}`, placeOf(id), bytes);
}

export function openPicture(
	vault: Vault,
	group: GroupId,
	{ id, bytes_sealed }: Pick<PictureTable, 'id' | 'bytes_sealed'>
): Buffer {
	return Buffer.from(vault.open(`group:${group}`, placeOf(id), bytes_sealed));
}

const placeOf = (id: string) => `picture|${id}`;
