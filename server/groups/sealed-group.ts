import { NO_AFTERCARE, type Aftercare, type Group, type Placement } from '../../src/lib/domain/group.ts';
import type { GroupId, PersonId } from '../../src/lib/domain/ids.ts';
import type { GroupTable, PlaceTable } from '../store/schema.ts';
import type { Vault } from '../vault/vault.ts';

/** Names, focus, agreements and aliases are kept under the group's own key (R44). */

const scope = (group: GroupId) => `group:${group}` as const;
const placeOfText = (column: string, group: GroupId) => `hearth_group|${column}|${group}`;
const placeOfAlias = (group: GroupId, person: PersonId) => `place|alias|${group}|${person}`;

type Words = Pick<Group, 'name' | 'focus' | 'agreements'>;

export function sealWords(vault: Vault, group: GroupId, words: Words) {
	return {
		name_sealed: vault.sealText(scope(group), placeOfText('name', group), words.name),
		focus_sealed: vault.sealText(scope(group), placeOfText('focus', group), words.focus),
		agreements_sealed: vault.sealJson(scope(group), placeOfText('agreements', group), words.agreements)
	};
}

export function sealAftercare(vault: Vault, group: GroupId, aftercare: Aftercare) {
	return { aftercare_sealed: vault.sealJson(scope(group), placeOfText('aftercare', group), aftercare) };
}

export function openGroup(vault: Vault, row: GroupTable): Group {
	const { id, kind, capacity, aftercare_sealed: aftercare } = row;
	return {
		id,
		kind,
		capacity,
		name: vault.openText(scope(id), placeOfText('name', id), row.name_sealed),
		focus: vault.openText(scope(id), placeOfText('focus', id), row.focus_sealed),
		agreements: vault.openJson<string[]>(scope(id), placeOfText('agreements', id), row.agreements_sealed),
		aftercare: aftercare
			? vault.openJson<Aftercare>(scope(id), placeOfText('aftercare', id), aftercare)
			: NO_AFTERCARE
	};
}

export function sealAlias(vault: Vault, group: GroupId, person: PersonId, alias: string): Uint8Array {
	return vault.sealText(scope(group), placeOfAlias(group, person), alias);
}

export function openPlacement(vault: Vault, row: PlaceTable): Placement {
	const { group_id: group, person, place, seat } = row;
	const alias = vault.openText(scope(group), placeOfAlias(group, person), row.alias_sealed);
	return { group, person, place, seat, alias };
}
